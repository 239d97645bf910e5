package dev.sommelier.evaluation.recommendation;

/// Names and cuts of metrics.
final class Names {
    private Names() {}

    /// `HR@10`; without the cut where it is the whole list.
    static String at(String metric, int k) {
        return k == RecommendationMetric.UNCUT ? metric : metric + "@" + k;
    }

    static void checkCut(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
    }

    /// The denominator that `k` stands for: the list's own length where nothing is cut.
    static int depth(int k, int length) {
        return k == RecommendationMetric.UNCUT ? length : k;
    }
}
