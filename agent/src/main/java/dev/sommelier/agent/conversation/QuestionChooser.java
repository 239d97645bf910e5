package dev.sommelier.agent.conversation;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ScoredItem;
import dev.sommelier.core.TopK;
import dev.sommelier.tools.constraint.Constraint;
import dev.sommelier.tools.constraint.ConstraintFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Chooses the question whose answer is expected to shorten the top list most.
///
/// The top items have the probabilities softmax(score). A question splits them by its answer; what is gained is the
/// entropy of the answer (an item's answer is certain), in bits. Asked about an attribute, an item with several values
/// counts for each with an equal part of its probability, and what that leaves open is taken off. Whether an item is
/// liked is answered by the taste, not by the catalogue: the gain is the distance (Jensen-Shannon) between the top
/// lists
/// after a yes and after a no.
///
/// After Zou, Chen and Kanoulas, *Towards question-based recommender systems*, SIGIR 2020,
/// [doi:10.1145/3397271.3401180](https://doi.org/10.1145/3397271.3401180).
final class QuestionChooser {
    private static final int MOST_OPTIONS = 4;
    private static final int PROBES = 6;

    private final Ranker ranker;
    private final Catalog catalog;

    QuestionChooser(Ranker ranker) {
        this.ranker = ranker;
        this.catalog = ranker.catalog();
    }

    /// What could be asked about a list's candidates, the most gain first; equal gains in the catalogue's order of
    /// attributes, then of items by popularity.
    List<Question> all(DialogueState state, Recommendation list) {
        var all = new ArrayList<Question>();
        for (var attribute : catalog.attributes()) {
            if (!state.asked().contains(attribute)) {
                attribute(attribute, settled(state, attribute), list.candidates())
                        .ifPresent(all::add);
            }
        }
        items(state, list, all);
        all.sort(Comparator.comparingDouble(Question::gain).reversed());
        return all;
    }

    /// The values that the speaker named already. Where items have several values, the others are still worth a
    /// question.
    private static Set<String> settled(DialogueState state, String attribute) {
        return state.constraints().stream()
                .filter(one ->
                        one instanceof Constraint.OneOf && one.attribute().equals(attribute))
                .flatMap(one -> ((Constraint.OneOf) one).values().stream())
                .collect(Collectors.toSet());
    }

    private Optional<Question> attribute(String attribute, Set<String> settled, List<ScoredItem> candidates) {
        double[] probabilities =
                softmax(candidates.stream().mapToDouble(ScoredItem::score).toArray());
        var mass = new LinkedHashMap<String, Double>();
        double open = 0;
        double none = 0;
        for (int i = 0; i < probabilities.length; i++) {
            var values = catalog.item(candidates.get(i).item()).values(attribute).stream()
                    .filter(value -> !settled.contains(value))
                    .toList();
            for (var value : values) {
                mass.merge(value, probabilities[i] / values.size(), Double::sum);
            }
            open += values.isEmpty() ? 0 : probabilities[i] * log2(values.size());
            none += values.isEmpty() ? probabilities[i] : 0;
        }
        if (mass.size() < 2) {
            return Optional.empty();
        }
        double entropy = term(none);
        for (double share : mass.values()) {
            entropy += term(share);
        }
        var options = mass.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(MOST_OPTIONS)
                .map(Map.Entry::getKey)
                .toList();
        return Optional.of(new Question(new Pending.WhichValue(attribute, options), Math.max(0, entropy - open)));
    }

    /// Well-known items that were not talked about and are not shown now: the most popular ones, which most people have
    /// an opinion on.
    private List<String> probes(DialogueState state, Recommendation list) {
        var met = new HashSet<>(state.met());
        met.addAll(list.items());
        var popular = ranker.popularity().score(History.ofLiked(List.of(), 1));
        return TopK.positions(popular, PROBES, i -> {
                    var id = catalog.item(i).id();
                    return !met.contains(id) && !state.asked().contains(id);
                })
                .stream()
                .map(i -> catalog.item(i).id())
                .toList();
    }

    /// Whether a well-known item is liked, and what else is liked.
    private void items(DialogueState state, Recommendation list, List<Question> all) {
        var allowed = new ConstraintFilter(catalog, state.met())
                .apply(state.constraints())
                .items();
        for (var item : probes(state, list)) {
            var others = new LinkedHashSet<>(allowed);
            others.remove(item);
            var yes = distribution(state.like(item), others);
            all.add(new Question(
                    new Pending.LikesItem(item), distance(yes, distribution(state.dislike(item), others))));
        }
        titles(state, list).ifPresent(all::add);
    }

    /// What else is liked; empty where that was left unanswered before. People name well-known items, so what is gained
    /// by
    /// another title is taken to be what the best known one would change if it were liked.
    Optional<Question> titles(DialogueState state, Recommendation list) {
        if (state.asked().contains(Question.TITLES)) {
            return Optional.empty();
        }
        return probes(state, list).stream().findFirst().map(item -> {
            var others = new ConstraintFilter(catalog, state.met())
                    .apply(state.constraints())
                    .items();
            var allowed = new LinkedHashSet<>(others);
            allowed.remove(item);
            var now = distribution(list.candidates());
            return new Question(new Pending.MoreTitles(), distance(now, distribution(state.like(item), allowed)));
        });
    }

    /// Jensen and Shannon's, in bits, from 0 to 1.
    private static double distance(Map<String, Double> a, Map<String, Double> b) {
        var middle = new LinkedHashMap<String, Double>();
        a.forEach((id, p) -> middle.merge(id, p / 2, Double::sum));
        b.forEach((id, p) -> middle.merge(id, p / 2, Double::sum));
        return Math.max(0, entropy(middle) - (entropy(a) + entropy(b)) / 2);
    }

    private Map<String, Double> distribution(DialogueState state, Set<String> allowed) {
        return distribution(ranker.candidates(state, allowed));
    }

    private static Map<String, Double> distribution(List<ScoredItem> candidates) {
        double[] probabilities =
                softmax(candidates.stream().mapToDouble(ScoredItem::score).toArray());
        var map = new LinkedHashMap<String, Double>();
        for (int i = 0; i < probabilities.length; i++) {
            map.put(candidates.get(i).item(), probabilities[i]);
        }
        return map;
    }

    private static double entropy(Map<String, Double> distribution) {
        return distribution.values().stream().mapToDouble(QuestionChooser::term).sum();
    }

    private static double term(double p) {
        return p <= 0 ? 0 : -p * log2(p);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static double[] softmax(double[] scores) {
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            top = Math.max(top, score);
        }
        var result = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            result[i] = Math.exp(scores[i] - top);
            sum += result[i];
        }
        for (int i = 0; i < scores.length; i++) {
            result[i] /= sum;
        }
        return result;
    }
}
