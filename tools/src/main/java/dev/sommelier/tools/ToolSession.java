package dev.sommelier.tools;

import dev.sommelier.core.Query;
import dev.sommelier.core.ScoredItem;
import dev.sommelier.core.TopK;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/// The tools for one user. Items of the history, and items outside the query's candidates, are never found. What is
/// found goes into the [CandidateMemory]. Not safe for use by several threads.
public final class ToolSession {
    private static final int LISTED = 20;

    private final ToolBox box;
    private final Query query;
    private final CandidateMemory memory;
    private final double[] baseScores;
    private final StandardScores standard;
    private final Map<String, double[]> scores = new LinkedHashMap<>();

    ToolSession(ToolBox box, Query query, CandidateMemory memory) {
        this.box = box;
        this.query = query;
        this.memory = memory;
        this.baseScores = box.base().score(query.history());
        this.standard = StandardScores.of(box.catalog(), baseScores, query);
    }

    /// Everything found so far.
    public CandidateMemory memory() {
        return memory;
    }

    /// The items that may be found at all.
    public int available() {
        int count = 0;
        for (int i = 0; i < baseScores.length; i++) {
            count += standard.allowed(i) ? 1 : 0;
        }
        return count;
    }

    /// The `k` items that suit the user best when an attribute counts: standardised base score plus the attribute's
    /// weight times the affinity of the history to the item's values.
    ///
    /// A named value is a constraint. When fewer than `k` items meet it, the best others are added after them, and the
    /// result says so.
    ///
    /// @param value a value of the attribute, in any letter case
    public ToolResult retrieve(String attribute, Optional<String> value, int k) {
        var known = resolve(attribute, value);
        if (known.failure().isPresent()) {
            return known.failure().get();
        }
        if (k < 1) {
            return new ToolResult.Failure("k must be at least 1, got " + k);
        }
        var score = score(attribute);
        var named = known.value();
        var picked = new ArrayList<>(TopK.positions(score, k, i -> standard.allowed(i) && has(i, attribute, named)));
        var notes = new ArrayList<String>();
        int meeting = picked.size();
        if (named.isPresent() && meeting < k) {
            picked.addAll(TopK.positions(score, k - meeting, i -> standard.allowed(i) && !has(i, attribute, named)));
            notes.add("only " + meeting + " unseen " + (meeting == 1 ? "item has " : "items have ") + attribute + "="
                    + named.get() + "; the constraint was relaxed and " + (picked.size() - meeting)
                    + " others were added after them");
        }
        var origin = "retrieve " + attribute + named.map(v -> "=" + v).orElse("");
        var items = scored(picked, score);
        memory.addRetrieved(origin, items);
        return new ToolResult.Found(origin, items, notes, picked.size() - meeting);
    }

    /// The `k` best of the candidates so far by the same score as [#retrieve].
    public ToolResult rank(String attribute, int k) {
        var known = resolve(attribute, Optional.empty());
        if (known.failure().isPresent()) {
            return known.failure().get();
        }
        if (k < 1) {
            return new ToolResult.Failure("k must be at least 1, got " + k);
        }
        var candidates = memory.candidates();
        if (candidates.isEmpty()) {
            return new ToolResult.Failure("there are no candidates to rank yet; retrieve some first");
        }
        var score = score(attribute);
        IntPredicate isCandidate = i ->
                standard.allowed(i) && candidates.contains(box.catalog().item(i).id());
        var origin = "rank by " + attribute;
        var items = scored(TopK.positions(score, k, isCandidate), score);
        memory.addRanked(origin, items);
        return new ToolResult.Found(origin, items, List.of(), 0);
    }

    /// What the catalogue knows of an item.
    public ToolResult lookUp(String item) {
        if (!box.catalog().contains(item)) {
            return new ToolResult.Failure("there is no item \"" + item + "\" in the catalogue; "
                    + someOf("candidates", List.copyOf(memory.candidates())));
        }
        return new ToolResult.Details(box.catalog().item(item));
    }

    /// The `k` best items by the base recommender alone, leaving some out; not remembered.
    public List<ScoredItem> base(int k, Set<String> without) {
        return scored(
                TopK.positions(
                        baseScores,
                        k,
                        i -> standard.allowed(i)
                                && !without.contains(box.catalog().item(i).id())),
                baseScores);
    }

    private record Resolved(Optional<String> value, Optional<ToolResult> failure) {}

    private Resolved resolve(String attribute, Optional<String> value) {
        if (!box.attributes().contains(attribute)) {
            return new Resolved(
                    Optional.empty(),
                    Optional.of(new ToolResult.Failure(
                            "there is no attribute \"" + attribute + "\"; " + someOf("attributes", box.attributes()))));
        }
        if (value.isEmpty()) {
            return new Resolved(value, Optional.empty());
        }
        var values = box.values(attribute);
        var match = values.contains(value.get())
                ? value
                : values.stream().filter(v -> v.equalsIgnoreCase(value.get())).findFirst();
        return match.isPresent()
                ? new Resolved(match, Optional.empty())
                : new Resolved(
                        match,
                        Optional.of(new ToolResult.Failure("no item has " + attribute + "=\"" + value.get() + "\"; "
                                + someOf("values of " + attribute, values))));
    }

    private static String someOf(String what, List<String> all) {
        if (all.isEmpty()) {
            return "there are no " + what;
        }
        var shown = String.join(", ", all.subList(0, Math.min(LISTED, all.size())));
        return "the " + what + " are " + shown + (all.size() > LISTED ? " and " + (all.size() - LISTED) + " more" : "");
    }

    private boolean has(int position, String attribute, Optional<String> value) {
        return value.map(v -> box.catalog().item(position).values(attribute).contains(v))
                .orElse(true);
    }

    private double[] score(String attribute) {
        return scores.computeIfAbsent(attribute, name -> {
            double weight = box.weights().of(name);
            var sum = box.affinity(name, query);
            for (int i = 0; i < sum.length; i++) {
                sum[i] = standard.z(i) + weight * sum[i];
            }
            return sum;
        });
    }

    private List<ScoredItem> scored(List<Integer> positions, double[] score) {
        return positions.stream()
                .map(position -> new ScoredItem(box.catalog().item(position).id(), score[position]))
                .toList();
    }
}
