package dev.sommelier.llm;

import dev.sommelier.core.Usage;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What a model thinks of each answer of a closed set.
///
/// @param labels the answers
/// @param logProbabilities the natural log-probability of each label, summed over its tokens
/// @param tokens the number of tokens of each label
/// @param outsideMass the probability of all replies that begin with no label, 0 to 1
/// @param unlisted labels that the engine did not tell: their log-probability is only an upper bound
/// @param usage what the call cost; tokens of labels that had to be decoded count as prompt tokens
public record LabelScores(
        List<String> labels,
        List<Double> logProbabilities,
        List<Integer> tokens,
        double outsideMass,
        Set<String> unlisted,
        Usage usage) {
    public LabelScores {
        labels = List.copyOf(labels);
        logProbabilities = List.copyOf(logProbabilities);
        tokens = List.copyOf(tokens);
        unlisted = Set.copyOf(unlisted);
        if (labels.isEmpty() || labels.size() != logProbabilities.size() || labels.size() != tokens.size()) {
            throw new IllegalArgumentException("need one log-probability and one number of tokens for each label, got "
                    + labels.size() + " labels, " + logProbabilities.size() + " log-probabilities and " + tokens.size()
                    + " numbers");
        }
    }

    /// Scores that are all known.
    public LabelScores(
            List<String> labels, List<Double> logProbabilities, List<Integer> tokens, double outsideMass, Usage usage) {
        this(labels, logProbabilities, tokens, outsideMass, Set.of(), usage);
    }

    /// Scores of labels of one token each.
    public LabelScores(List<String> labels, List<Double> logProbabilities, double outsideMass, Usage usage) {
        this(labels, logProbabilities, Collections.nCopies(labels.size(), 1), outsideMass, usage);
    }

    /// The score of each label with its length handled as asked.
    public List<Double> scores(LabelLength length) {
        return switch (length) {
            case SUM -> logProbabilities;
            case MEAN_PER_TOKEN ->
                IntStream.range(0, labels.size())
                        .mapToObj(i -> logProbabilities.get(i) / tokens.get(i))
                        .toList();
        };
    }

    /// The probability of each label, normalised over the set; sums to 1.
    public List<Double> probabilities() {
        return probabilities(LabelLength.SUM);
    }

    /// The softmax of [#scores(LabelLength)]; sums to 1.
    public List<Double> probabilities(LabelLength length) {
        var scores = scores(length);
        double max = scores.stream().mapToDouble(x -> x).max().orElseThrow();
        double sum = scores.stream().mapToDouble(x -> Math.exp(x - max)).sum();
        return scores.stream().map(x -> Math.exp(x - max) / sum).toList();
    }

    /// How undecided the model is within the set: the entropy of [#probabilities()] in nats, 0 to the logarithm of the
    /// number of labels.
    public double entropy() {
        return entropy(LabelLength.SUM);
    }

    /// The entropy of [#probabilities(LabelLength)] in nats.
    public double entropy(LabelLength length) {
        return probabilities(length).stream()
                .filter(p -> p > 0)
                .mapToDouble(p -> -p * Math.log(p))
                .sum();
    }

    /// The expectation of a value of the labels under [#probabilities()].
    public double expected(ToDoubleFunction<String> value) {
        var probabilities = probabilities();
        return IntStream.range(0, labels.size())
                .mapToDouble(i -> probabilities.get(i) * value.applyAsDouble(labels.get(i)))
                .sum();
    }
}
