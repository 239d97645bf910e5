package dev.sommelier.judges.relevance;

import dev.sommelier.core.Usage;
import java.util.List;

/// Measures pairs: numbers that may say something of relevance, higher for more relevant or not.
interface SignalSource {
    /// The names of the numbers, in order.
    List<String> names();

    /// What could change them beside model and truncation, in one line.
    String facts();

    /// The numbers of each pair, in order.
    List<Reading<Signals>> read(List<RelevancePair> batch);

    /// The numbers of one pair.
    ///
    /// @param values one for each name
    /// @param usage what they cost
    record Signals(List<Double> values, Usage usage) {
        public Signals {
            values = List.copyOf(values);
        }

        /// The numbers, or a failure where one is not finite: nothing may be decided on it.
        static Reading<Signals> finite(List<Double> values, Usage usage) {
            return values.stream().allMatch(Double::isFinite)
                    ? new Reading.Read<>(new Signals(values, usage))
                    : new Reading.Missing<>("engine", "the model gave no finite score");
        }
    }
}
