package dev.sommelier.llm.local;

import dev.langchain4j.data.message.ChatMessage;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads label probabilities from the logits after the prompt. A label counts with and without a leading space, as
/// models differ in how they begin a reply.
final class LocalLabelScorer implements LabelScorer {
    private final LocalEngine engine;

    LocalLabelScorer(LocalEngine engine) {
        this.engine = engine;
    }

    @Override
    public LabelScores score(List<ChatMessage> messages, List<String> labels) {
        var spellings = labels.stream().map(this::spellings).toList();
        var distinct = new HashSet<Integer>();
        spellings.stream().flatMapToInt(IntStream::of).forEach(token -> {
            if (!distinct.add(token)) {
                throw new SommelierException(
                        "Two of the labels " + labels + " are the same token for this model; give distinct labels.");
            }
        });
        var next = engine.next(messages);
        var scores = new ArrayList<Double>();
        double inside = 0;
        for (int[] tokens : spellings) {
            double probability = IntStream.of(tokens)
                    .mapToDouble(token -> Math.exp(next.logProbability(token)))
                    .sum();
            inside += probability;
            scores.add(logOfSum(next, tokens));
        }
        return new LabelScores(labels, scores, Math.max(0, 1 - inside), next.usage());
    }

    private int[] spellings(String label) {
        var spellings = Stream.of(label, " " + label)
                .map(engine.vocabulary()::data)
                .filter(tokens -> tokens.length == 1)
                .mapToInt(tokens -> tokens[0])
                .distinct()
                .toArray();
        if (spellings.length == 0) {
            throw new SommelierException(
                    "The label \"" + label + "\" is " + engine.vocabulary().data(label).length
                            + " tokens for this model; choose labels of one token, such as digits or single letters.");
        }
        return spellings;
    }

    private static double logOfSum(LocalEngine.NextToken next, int[] tokens) {
        double max = IntStream.of(tokens)
                .mapToDouble(token -> next.logProbability(token))
                .max()
                .orElseThrow();
        double sum = IntStream.of(tokens)
                .mapToDouble(token -> Math.exp(next.logProbability(token) - max))
                .sum();
        return max + Math.log(sum);
    }
}
