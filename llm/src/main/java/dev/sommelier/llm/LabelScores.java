package dev.sommelier.llm;

import dev.sommelier.core.Usage;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What a model thinks of each answer of a closed set.
///
/// @param labels the answers
/// @param logProbabilities the natural log-probability of each label among all tokens of the model
/// @param outsideMass the probability of everything that is no label, 0 to 1
/// @param usage what the call cost
public record LabelScores(List<String> labels, List<Double> logProbabilities, double outsideMass, Usage usage) {
    public LabelScores {
        labels = List.copyOf(labels);
        logProbabilities = List.copyOf(logProbabilities);
        if (labels.isEmpty() || labels.size() != logProbabilities.size()) {
            throw new IllegalArgumentException("need one log-probability for each label, got " + labels.size()
                    + " labels and " + logProbabilities.size() + " log-probabilities");
        }
    }

    /// The probability of each label, normalised over the set; sums to 1.
    public List<Double> probabilities() {
        double max = logProbabilities.stream().mapToDouble(x -> x).max().orElseThrow();
        double sum =
                logProbabilities.stream().mapToDouble(x -> Math.exp(x - max)).sum();
        return logProbabilities.stream().map(x -> Math.exp(x - max) / sum).toList();
    }

    /// The expectation of a value of the labels under [#probabilities()].
    public double expected(ToDoubleFunction<String> value) {
        var probabilities = probabilities();
        return IntStream.range(0, labels.size())
                .mapToDouble(i -> probabilities.get(i) * value.applyAsDouble(labels.get(i)))
                .sum();
    }
}
