package dev.sommelier.evaluation.agreement;

import java.util.Locale;

/// Krippendorff's alpha for two coders without gaps: `1 - observed / expected disagreement`, both over the values of
/// both coders together, expected without replacement.
///
/// The squared distance of two grades c < k is 1 (nominal), `(n_c/2 + n_(c+1) + ... + n_k/2)^2` with the counts of both
/// coders' grades (ordinal), or `(c - k)^2` (interval). 1 is perfect agreement, 0 that of chance, below 0 systematic
/// disagreement. Undefined (NaN) when all values are one grade.
///
/// Source: Krippendorff, *Computing Krippendorff's Alpha-Reliability*, University of Pennsylvania, 2011.
///
/// @param level how grades are compared
public record KrippendorffAlpha(Level level) implements AgreementMeasure {
    /// What the distance between grades means.
    public enum Level {
        /// Grades are names.
        NOMINAL,
        /// Grades have an order.
        ORDINAL,
        /// Grades are numbers.
        INTERVAL
    }

    @Override
    public String name() {
        return "alpha(" + level.name().toLowerCase(Locale.ROOT) + ")";
    }

    @Override
    public double of(Confusion table) {
        int size = table.size();
        var values = table.humanTotals();
        var label = table.labelTotals();
        double n = 0;
        for (int i = 0; i < size; i++) {
            values[i] += label[i];
            n += values[i];
        }
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double distance = distance(values, i, j);
                observed += distance * (table.at(i, j) + table.at(j, i));
                expected += distance * values[i] * values[j];
            }
        }
        return expected > 0 ? 1 - (n - 1) * observed / expected : Double.NaN;
    }

    private double distance(long[] values, int low, int high) {
        return switch (level) {
            case NOMINAL -> 1;
            case INTERVAL -> (double) (high - low) * (high - low);
            case ORDINAL -> {
                double between = (values[low] + values[high]) / 2.0;
                for (int grade = low + 1; grade < high; grade++) {
                    between += values[grade];
                }
                yield between * between;
            }
        };
    }
}
