package dev.sommelier.datasets.split;

import dev.sommelier.core.SommelierException;

/// The shares of validation and test.
final class Shares {
    private Shares() {}

    static void check(double validation, double test) {
        if (!(validation >= 0 && test > 0 && validation + test < 1)) {
            throw new SommelierException("a split needs validation from 0, test above 0 and both together below 1, got"
                    + " validation=" + validation + " and test=" + test + "; correct them");
        }
    }

    static String text(double validation, double test) {
        return " test=" + test + " validation=" + validation;
    }

    /// A share of a number, rounded, within bounds; the lower bound gives way.
    static int of(int n, double share, int atLeast, int atMost) {
        return Math.min(Math.max((int) Math.rint(n * share), atLeast), Math.max(atMost, 0));
    }
}
