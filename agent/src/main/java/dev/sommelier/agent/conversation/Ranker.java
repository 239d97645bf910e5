package dev.sommelier.agent.conversation;

import dev.sommelier.agent.conversation.parse.Vocabulary;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import dev.sommelier.core.ScoredItem;
import dev.sommelier.core.TopK;
import dev.sommelier.tools.ToolBox;
import dev.sommelier.tools.constraint.ConstraintFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a list from a state, through the surrogate user's tools: the stated history folds into the base recommender,
/// constraints are the query's candidates, wishes and dislikes move the scores of the best of them.
public final class Ranker {
    /// How many of the base recommender's best items the rest is computed on.
    private static final int POOL = 200;

    private static final int QUESTION_POOL = 50;
    private static final double WISH = 0.7;
    private static final double VALUE = 0.9;
    private static final double DISLIKE = 0.3;
    private static final double VARIETY = 0.5;

    private final ToolBox tools;
    private final ItemScorer popularity;
    private final Vocabulary vocabulary;
    private final Optional<WishScorer> wishes;

    /// @param popularity ranks while nothing is liked yet, on the tools' catalogue
    /// @param wishes ranks by wishes in words; without it only their attribute values count
    public Ranker(ToolBox tools, ItemScorer popularity, Vocabulary vocabulary, Optional<WishScorer> wishes) {
        this.tools = tools;
        this.popularity = popularity;
        this.vocabulary = vocabulary;
        this.wishes = wishes;
    }

    /// The same with wishes in words ranked by another scorer.
    public Ranker with(WishScorer other) {
        return new Ranker(tools, popularity, vocabulary, Optional.of(other));
    }

    /// Who ranks by wishes in words.
    Optional<WishScorer> wishes() {
        return wishes;
    }

    Catalog catalog() {
        return tools.catalog();
    }

    ItemScorer base() {
        return tools.base();
    }

    ItemScorer popularity() {
        return popularity;
    }

    /// The `k` best items that the speaker has not met.
    public Recommendation rank(DialogueState state, int k) {
        var filtered = new ConstraintFilter(catalog(), state.met()).apply(state.constraints());
        if (filtered.items().isEmpty()) {
            return new Recommendation(List.of(), filtered.relaxed(), 0, List.of());
        }
        var pool = pool(state, filtered.items());
        var scores = scores(state, pool);
        var candidates = best(pool, scores);
        var items = state.variety() == 0
                ? candidates.stream().limit(k).map(ScoredItem::item).toList()
                : varied(state, pool, scores, k);
        return new Recommendation(items, filtered.relaxed(), filtered.items().size(), candidates);
    }

    /// The best of some items, with their scores, whatever was met or is to vary.
    List<ScoredItem> candidates(DialogueState state, Set<String> allowed) {
        if (allowed.isEmpty()) {
            return List.of();
        }
        var pool = pool(state, allowed);
        return best(pool, scores(state, pool));
    }

    private static List<ScoredItem> best(List<ScoredItem> pool, double[] scores) {
        return TopK.positions(scores, QUESTION_POOL, i -> true).stream()
                .map(i -> new ScoredItem(pool.get(i).item(), scores[i]))
                .toList();
    }

    private List<ScoredItem> pool(DialogueState state, Set<String> allowed) {
        var history = History.ofLiked(state.liked(), 1);
        if (state.liked().isEmpty()) {
            return TopK.list(catalog(), popularity.score(history), new Query(history, POOL, Optional.of(allowed)))
                    .entries();
        }
        return tools.session(new Query(history, 1, Optional.of(allowed))).base(POOL, Set.of());
    }

    private double[] scores(DialogueState state, List<ScoredItem> pool) {
        var sum = standard(pool.stream().mapToDouble(ScoredItem::score).toArray());
        var items = pool.stream().map(ScoredItem::item).toList();
        if (!state.disliked().isEmpty()) {
            var against = base().score(History.ofLiked(state.disliked(), 1));
            add(
                    sum,
                    -DISLIKE,
                    standard(items.stream()
                            .mapToDouble(item -> against[catalog().position(item)])
                            .toArray()));
        }
        for (var wish : state.wishes()) {
            var value = vocabulary.find(wish);
            if (value.isPresent()) {
                add(
                        sum,
                        VALUE,
                        items.stream()
                                .mapToDouble(item -> has(item, value.get()) ? 1 : 0)
                                .toArray());
            } else if (wishes.isPresent()) {
                add(
                        sum,
                        wish.startsWith("not ") ? -WISH : WISH,
                        standard(wishes.get().score(wish.replaceFirst("^not ", ""), items)));
            }
        }
        return sum;
    }

    private boolean has(String item, Vocabulary.Value value) {
        return catalog().item(item).values(value.attribute()).contains(value.value());
    }

    /// Greedy: the score less what the item shares with those already chosen (maximal marginal relevance), against
    /// which more of the same is a gain.
    private List<String> varied(DialogueState state, List<ScoredItem> pool, double[] scores, int k) {
        var chosen = new ArrayList<String>();
        var left = new ArrayList<>(TopK.positions(scores, pool.size(), i -> true));
        var before = new ArrayList<Item>(
                state.lastShown().stream().map(catalog()::item).toList());
        while (chosen.size() < k && !left.isEmpty()) {
            int best = left.getFirst();
            double bestScore = Double.NEGATIVE_INFINITY;
            for (int i : left) {
                var item = catalog().item(pool.get(i).item());
                double alike = before.stream()
                        .mapToDouble(other -> alike(item, other))
                        .average()
                        .orElse(0);
                double score = scores[i] - state.variety() * VARIETY * 2 * alike;
                if (score > bestScore) {
                    bestScore = score;
                    best = i;
                }
            }
            left.remove(Integer.valueOf(best));
            chosen.add(pool.get(best).item());
            before.add(catalog().item(pool.get(best).item()));
        }
        return chosen;
    }

    /// The share of attribute values that two items have in common (Jaccard).
    static double alike(Item a, Item b) {
        var values = values(a);
        var others = values(b);
        var common = new HashSet<>(values);
        common.retainAll(others);
        values.addAll(others);
        return values.isEmpty() ? 0 : (double) common.size() / values.size();
    }

    private static Set<String> values(Item item) {
        var all = new HashSet<String>();
        item.attributes().forEach((name, list) -> list.forEach(value -> all.add(name + "=" + value)));
        return all;
    }

    private static void add(double[] sum, double weight, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * values[i];
        }
    }

    private static double[] standard(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        double deviation = Math.sqrt(variance);
        return Arrays.stream(values)
                .map(v -> deviation == 0 ? 0 : (v - mean) / deviation)
                .toArray();
    }
}
