package dev.sommelier.experiments.judging.preference;

import dev.sommelier.evaluation.Interval;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far judges of two answers agree with people, all over the same pairs.
///
/// @param pairs that were asked
/// @param instructions how many they are of
/// @param compared the pairs behind every figure: those that every judge with a figure compared
/// @param among how far annotators agree with each other on them; empty with one annotator a pair
/// @param rows one for each judge
/// @param categories how far each judge agrees by kind of task
public record PreferenceReport(
        int pairs,
        int instructions,
        int compared,
        Optional<Interval> among,
        List<Row> rows,
        List<Category> categories) {
    public PreferenceReport {
        rows = List.copyOf(rows);
        categories = List.copyOf(categories);
    }

    /// One judge. Intervals are over instructions.
    ///
    /// @param method its name
    /// @param parameters what decides besides the model
    /// @param agreement the mean share of annotators who say the same, a tie counting half; empty without a comparison
    /// @param kappa Cohen's, of first, second and tie, with what most annotators say; empty where undefined
    /// @param placed the share of pairs on which the place decided: the verdict turned with the order
    /// @param failures how many pairs failed, by cause
    public record Row(
            String method,
            String parameters,
            Optional<Interval> agreement,
            Optional<Interval> kappa,
            Optional<Interval> placed,
            Map<String, Integer> failures) {
        public Row {
            failures = Collections.unmodifiableMap(new TreeMap<>(failures));
        }

        /// How many pairs failed.
        public int failed() {
            return failures.values().stream().mapToInt(count -> count).sum();
        }
    }

    /// One kind of task.
    ///
    /// @param pairs that were compared
    /// @param agreement by method, as in [Row#agreement]
    /// @param chosen the method that agreed best on all compared pairs of it
    public record Category(String name, int pairs, Map<String, Double> agreement, String chosen) {
        public Category {
            agreement = Collections.unmodifiableMap(new TreeMap<>(agreement));
        }
    }
}
