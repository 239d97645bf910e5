package dev.sommelier.judges.calibration;

import java.util.List;
import java.util.Map;

/// A fitted map from the signals of a pair to its grade, with its provenance. Immutable.
///
/// Signals are standardised, weighted and summed to one latent number; an ordinal model gives it a probability for each
/// grade; a named rule chooses the grade. A fixed threshold on one signal is the smallest case.
///
/// @param signals the signals, in order
/// @param grades the grades' values, lowest first
/// @param model latent number and probabilities
/// @param rule how the grade is chosen
/// @param thresholds for [Rule#THRESHOLDS], on the latent number, one fewer than grades, not falling; otherwise empty
/// @param perTopic how the signals are made comparable between topics first
/// @param facts what it was fitted on: model, prompts, truncation, labels, numbers of topics and pairs, seed
public record Calibration(
        List<Signal> signals,
        List<Integer> grades,
        OrdinalModel model,
        Rule rule,
        List<Double> thresholds,
        PerTopic perTopic,
        Map<String, String> facts) {
    /// How a grade is chosen.
    public enum Rule {
        /// The grade of the highest probability, the lowest of equals.
        MOST_PROBABLE("most probable grade"),
        /// The grade whose interval between thresholds, chosen to maximise kappa, holds the latent number.
        THRESHOLDS("thresholds that maximise kappa on the training topics");

        private final String words;

        Rule(String words) {
            this.words = words;
        }

        /// What results call it.
        public String words() {
            return words;
        }
    }

    /// One signal and how it is standardised.
    ///
    /// @param name such as `query-likelihood`
    /// @param mean over the training pairs
    /// @param deviation over the training pairs, above 0
    public record Signal(String name, double mean, double deviation) {}

    public Calibration {
        signals = List.copyOf(signals);
        grades = List.copyOf(grades);
        thresholds = List.copyOf(thresholds);
        facts = Map.copyOf(facts);
        if (signals.size() != model.weights().size()
                || grades.size() != model.cuts().size() + 1) {
            throw new IllegalArgumentException(
                    "a calibration needs one weight a signal and one cut between grades, got "
                            + signals.size() + " signals, " + model.weights().size() + " weights, " + grades.size()
                            + " grades and " + model.cuts().size() + " cuts");
        }
        if (rule == Rule.THRESHOLDS && thresholds.size() != grades.size() - 1) {
            throw new IllegalArgumentException("the rule needs one threshold between grades, got " + thresholds.size()
                    + " for " + grades.size() + " grades");
        }
    }

    /// What became of a pair's signals.
    ///
    /// @param grade the chosen grade
    /// @param latent the number behind it, higher is more relevant
    /// @param probabilities of each grade, lowest first
    public record Outcome(int grade, double latent, List<Double> probabilities) {}

    /// The grades of one topic's pairs, in order.
    ///
    /// @param topic pairs x signals, as measured, finite
    public List<Outcome> applyTopic(List<double[]> topic) {
        return perTopic.rows(topic).stream().map(this::apply).toList();
    }

    /// The grade of a pair.
    ///
    /// @param values the signals in order, finite, comparable between topics
    public Outcome apply(double[] values) {
        if (values.length != signals.size()) {
            throw new IllegalArgumentException(
                    "this calibration takes " + signals.size() + " signals, got " + values.length);
        }
        var standard = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            standard[i] = (values[i] - signals.get(i).mean()) / signals.get(i).deviation();
        }
        double latent = model.latent(standard);
        var probabilities = model.probabilities(latent);
        return new Outcome(grades.get(position(latent, probabilities)), latent, probabilities);
    }

    private int position(double latent, List<Double> probabilities) {
        return rule == Rule.MOST_PROBABLE
                ? OrdinalModel.mostProbable(probabilities)
                : Thresholds.position(latent, thresholds);
    }
}
