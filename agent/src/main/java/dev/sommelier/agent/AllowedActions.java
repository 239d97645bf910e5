package dev.sommelier.agent;

import dev.sommelier.core.Query;
import dev.sommelier.tools.CandidateMemory;
import dev.sommelier.tools.ToolBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The exploring decisions that the state allows: nothing twice, nothing to rank or to finish with before there are
/// candidates, only attributes and values that exist.
final class AllowedActions {
    private static final int LONGEST_VALUE = 40;
    private static final int LOOK_UPS = 10;

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final CandidateMemory memory;
    private final Numbering numbering;
    private final Set<Decision> done = new HashSet<>();
    private int candidatesBefore;

    AllowedActions(ToolBox tools, Query query, CandidateMemory memory, Numbering numbering, int valuesOffered) {
        this.memory = memory;
        this.numbering = numbering;
        for (var attribute : tools.attributes()) {
            values.put(attribute, offered(tools, query, attribute, valuesOffered));
        }
    }

    /// The values of the history first, the most frequent one first; then those that most items have.
    private static List<String> offered(ToolBox tools, Query query, String attribute, int most) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var item : query.history().items()) {
            tools.catalog().item(item).values(attribute).forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        var offered = new LinkedHashSet<String>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> offered.add(entry.getKey()));
        offered.addAll(tools.values(attribute));
        return offered.stream()
                .filter(value -> value.length() <= LONGEST_VALUE)
                .limit(most)
                .toList();
    }

    /// Remembers a decision, so that it is not offered again. Rankings are offered again when candidates were added.
    void took(Decision decision) {
        done.add(decision);
        int candidates = memory.candidates().size();
        if (candidates != candidatesBefore) {
            done.removeIf(old -> old instanceof Decision.Rank || old instanceof Decision.RankMyself);
            candidatesBefore = candidates;
        }
    }

    /// @param rankMyself whether there is budget for it
    List<Decision> options(boolean rankMyself) {
        var options = new ArrayList<Decision>();
        values.forEach((attribute, offered) -> {
            options.add(new Decision.Retrieve(attribute, Optional.empty()));
            offered.forEach(value -> options.add(new Decision.Retrieve(attribute, Optional.of(value))));
        });
        if (!memory.candidates().isEmpty()) {
            values.keySet().forEach(attribute -> options.add(new Decision.Rank(attribute)));
            if (rankMyself && numbering.size() > 1) {
                options.add(new Decision.RankMyself());
            }
            IntStream.range(Numbering.FIRST, Numbering.FIRST + numbering.size())
                    .mapToObj(Decision.LookUp::new)
                    .filter(lookUp -> !done.contains(lookUp))
                    .limit(LOOK_UPS)
                    .forEach(options::add);
            options.add(new Decision.Finish());
        }
        options.removeAll(done);
        return options;
    }
}
