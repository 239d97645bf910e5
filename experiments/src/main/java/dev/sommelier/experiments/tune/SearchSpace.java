package dev.sommelier.experiments.tune;

import dev.sommelier.recommenders.store.ModelParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/// What is searched: a kind's preset with domains for some of its hyper-parameters.
///
/// @param preset every hyper-parameter of the kind
/// @param domains by the name of the hyper-parameter, in the preset's order
public record SearchSpace(ModelParameters preset, Map<String, Domain> domains) {
    /// How often a draw that was made before is made again before the space counts as exhausted.
    private static final int PATIENCE = 100;

    public SearchSpace {
        domains = Collections.unmodifiableMap(new LinkedHashMap<>(domains));
    }

    /// What is tried: the preset, then so many other draws, all different. A space with no more values than that is
    /// tried whole, in order. A smaller wish with the same seed is the beginning of a larger one, unless the space is
    /// tried whole.
    public List<ModelParameters> candidates(int trials, long seed) {
        var candidates = new LinkedHashSet<ModelParameters>();
        candidates.add(preset);
        var whole = all(trials);
        if (whole.isPresent()) {
            candidates.addAll(whole.get());
            return List.copyOf(candidates);
        }
        var random = new Random(seed);
        for (int missed = 0; candidates.size() <= trials && missed < PATIENCE; ) {
            var values = new LinkedHashMap<String, String>();
            domains.forEach((name, domain) -> values.put(name, domain.draw(random)));
            missed = candidates.add(preset.with(values)) ? 0 : missed + 1;
        }
        return List.copyOf(candidates);
    }

    private Optional<List<ModelParameters>> all(int most) {
        var found = List.of(preset);
        for (var domain : domains.entrySet()) {
            var values = domain.getValue().all(most);
            if (values.isEmpty() || (long) found.size() * values.get().size() > most) {
                return Optional.empty();
            }
            var longer = new ArrayList<ModelParameters>();
            for (var before : found) {
                values.get().forEach(value -> longer.add(before.with(Map.of(domain.getKey(), value))));
            }
            found = longer;
        }
        return Optional.of(found);
    }

    /// Where chosen values lie at the edge of the space or outside of it, in words; empty where all lie inside.
    public List<String> edges(ModelParameters chosen) {
        var words = new ArrayList<String>();
        domains.forEach((name, domain) -> {
            var value = chosen.text(name);
            if (!domain.holds(value)) {
                words.add(name + " " + value + " is outside of " + domain.text());
            } else {
                domain.end(value).ifPresent(end -> words.add(name + " " + value + " is at the " + end));
            }
        });
        return List.copyOf(words);
    }

    /// The space in one line.
    public String text() {
        return preset.values().entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + Optional.ofNullable(domains.get(entry.getKey()))
                                .map(Domain::text)
                                .orElse(entry.getValue()))
                .collect(Collectors.joining(" "));
    }
}
