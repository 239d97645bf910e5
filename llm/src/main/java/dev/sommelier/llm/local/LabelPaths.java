package dev.sommelier.llm.local;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScores;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A closed set of labels as paths of tokens: with and without a leading space; single tokens alone where a label has
/// any.
///
/// @param labels the answers
/// @param spellings the paths of each
record LabelPaths(List<String> labels, List<List<int[]>> spellings) {
    /// @throws SommelierException if two labels are the same tokens
    static LabelPaths of(List<String> labels, Vocabulary vocabulary) {
        var spellings =
                labels.stream().map(label -> spellings(label, vocabulary)).toList();
        var paths = new LabelPaths(labels, spellings);
        if (paths.distinct().size() < paths.all().size()) {
            throw new SommelierException(
                    "Two of the labels " + labels + " are the same tokens for this model; give distinct labels.");
        }
        return paths;
    }

    private static List<int[]> spellings(String label, Vocabulary vocabulary) {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a label is a text, got \"" + label + "\"");
        }
        var plain = vocabulary.data(label);
        var spaced = vocabulary.data(" " + label);
        var all = key(plain).equals(key(spaced)) ? List.of(plain) : List.of(plain, spaced);
        var single = all.stream().filter(path -> path.length == 1).toList();
        return single.isEmpty() ? all : single;
    }

    /// The paths of all labels, in order.
    List<int[]> all() {
        return spellings.stream().flatMap(List::stream).toList();
    }

    /// @param logs the log-probability of each path of [#all()]
    LabelScores scores(double[] logs, Usage usage) {
        var scores = new ArrayList<Double>();
        var tokens = new ArrayList<Integer>();
        int first = 0;
        for (var own : spellings) {
            scores.add(logOfSum(logs, first, own.size()));
            tokens.add(own.stream().mapToInt(path -> path.length).min().orElseThrow());
            first += own.size();
        }
        return new LabelScores(labels, scores, tokens, outside(logs), usage);
    }

    private Set<List<Integer>> distinct() {
        return all().stream().map(LabelPaths::key).collect(Collectors.toCollection(HashSet::new));
    }

    /// A path that goes on from another one is part of its probability, so it is not counted again.
    private double outside(double[] logs) {
        var paths = all();
        var distinct = distinct();
        double inside = 0;
        for (int i = 0; i < logs.length; i++) {
            var path = key(paths.get(i));
            if (IntStream.range(1, path.size()).noneMatch(end -> distinct.contains(path.subList(0, end)))) {
                inside += Math.exp(logs[i]);
            }
        }
        return Math.max(0, 1 - inside);
    }

    private static List<Integer> key(int[] path) {
        return IntStream.of(path).boxed().toList();
    }

    private static double logOfSum(double[] logs, int first, int count) {
        double max = IntStream.range(first, first + count)
                .mapToDouble(i -> logs[i])
                .max()
                .orElseThrow();
        double sum = IntStream.range(first, first + count)
                .mapToDouble(i -> Math.exp(logs[i] - max))
                .sum();
        return max + Math.log(sum);
    }
}
