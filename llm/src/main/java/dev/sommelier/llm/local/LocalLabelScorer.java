package dev.sommelier.llm.local;

import dev.langchain4j.data.message.ChatMessage;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads label probabilities from the logits after the prompt: one read for labels of one token, a walk through the
/// labels' tokens for longer ones.
final class LocalLabelScorer implements LabelScorer {
    private final LocalEngine engine;

    LocalLabelScorer(LocalEngine engine) {
        this.engine = engine;
    }

    @Override
    public LabelScores score(List<ChatMessage> messages, List<String> labels) {
        var spellings = labels.stream().map(this::spellings).toList();
        var paths = spellings.stream().flatMap(List::stream).toList();
        var distinct = paths.stream().map(LocalLabelScorer::key).collect(Collectors.toCollection(HashSet::new));
        if (distinct.size() < paths.size()) {
            throw new SommelierException(
                    "Two of the labels " + labels + " are the same tokens for this model; give distinct labels.");
        }
        int longest = paths.stream().mapToInt(path -> path.length).max().orElse(1);
        // The last token of a label is only read, never decoded.
        var read = engine.after(messages, longest - 1, next -> next.paths(paths));
        var scores = new ArrayList<Double>();
        var tokens = new ArrayList<Integer>();
        int first = 0;
        for (var own : spellings) {
            scores.add(logOfSum(read.value(), first, own.size()));
            tokens.add(own.stream().mapToInt(path -> path.length).min().orElseThrow());
            first += own.size();
        }
        return new LabelScores(labels, scores, tokens, outside(paths, distinct, read.value()), read.usage());
    }

    /// With and without a leading space; single tokens alone where there are any.
    private List<int[]> spellings(String label) {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a label is a text, got \"" + label + "\"");
        }
        var plain = engine.vocabulary().data(label);
        var spaced = engine.vocabulary().data(" " + label);
        var all = key(plain).equals(key(spaced)) ? List.of(plain) : List.of(plain, spaced);
        var single = all.stream().filter(path -> path.length == 1).toList();
        return single.isEmpty() ? all : single;
    }

    /// A path that goes on from another one is part of its probability, so it is not counted again.
    private static double outside(List<int[]> paths, Set<List<Integer>> distinct, double[] logs) {
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
