package dev.sommelier.evaluation.significance;

import java.util.Comparator;
import java.util.stream.IntStream;

/// How p-values of many tests are adjusted. An adjusted p-value is compared with the level as a single test's would be.
public enum Correction {
    /// Left as they are.
    NONE("uncorrected"),
    /// Times the number of tests; bounds the chance of any false claim.
    BONFERRONI("Bonferroni"),
    /// Holm's step-down: the same bound, never weaker. Holm, *A simple sequentially rejective multiple test procedure*,
    /// Scandinavian Journal of Statistics 1979.
    HOLM("Holm"),
    /// Benjamini and Hochberg's step-up: bounds the expected share of false claims. *Controlling the false discovery
    /// rate*, 1995, [doi:10.1111/j.2517-6161.1995.tb02031.x](https://doi.org/10.1111/j.2517-6161.1995.tb02031.x).
    BENJAMINI_HOCHBERG("Benjamini-Hochberg");

    private final String title;

    Correction(String title) {
        this.title = title;
    }

    /// The name as the literature has it.
    public String title() {
        return title;
    }

    /// The adjusted p-values in the given order.
    ///
    /// @param p from 0 to 1
    public double[] adjust(double[] p) {
        int n = p.length;
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var adjusted = p.clone();
        switch (this) {
            case NONE -> {}
            case BONFERRONI -> {
                for (int i = 0; i < n; i++) {
                    adjusted[i] = Math.min(1, p[i] * n);
                }
            }
            case HOLM -> {
                double most = 0;
                for (int i = 0; i < n; i++) {
                    most = Math.max(most, Math.min(1, p[order[i]] * (n - i)));
                    adjusted[order[i]] = most;
                }
            }
            case BENJAMINI_HOCHBERG -> {
                double least = 1;
                for (int i = n - 1; i >= 0; i--) {
                    least = Math.min(least, p[order[i]] * n / (i + 1));
                    adjusted[order[i]] = least;
                }
            }
        }
        return adjusted;
    }
}
