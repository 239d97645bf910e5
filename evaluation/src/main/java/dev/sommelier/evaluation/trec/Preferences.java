package dev.sommelier.evaluation.trec;

/// Formulas that tell judged from unjudged documents.
final class Preferences {
    private static final double SMOOTHING = 0.00001;

    private Preferences() {}

    static double bpref(JudgedRanking topic, int level) {
        int relevant = topic.relevant(level);
        int others = topic.judgedSize() - relevant;
        int othersSoFar = 0;
        double sum = 0;
        for (int i = 0; i < topic.size(); i++) {
            int grade = topic.grade(i);
            if (grade < 0) {
                continue;
            }
            if (grade < level) {
                othersSoFar++;
            } else if (othersSoFar > 0) {
                sum += 1.0 - (double) Math.min(othersSoFar, relevant) / Math.min(others, relevant);
            } else {
                sum += 1.0;
            }
        }
        return relevant == 0 ? 0 : sum / relevant;
    }

    static double inferredAp(JudgedRanking topic, int level) {
        int relevant = topic.relevant(level);
        int hits = 0;
        int misses = 0;
        int unjudged = 0;
        double sum = 0;
        for (int i = 0; i < topic.size(); i++) {
            int grade = topic.grade(i);
            if (grade == JudgedRanking.POOLED_UNJUDGED) {
                unjudged++;
            } else if (grade >= 0 && grade < level) {
                misses++;
            } else if (grade >= 0) {
                sum += i == 0 ? 1.0 : expectedPrecision(i, hits, misses, unjudged);
                hits++;
            }
        }
        return relevant == 0 ? 0 : sum / relevant;
    }

    /// The precision expected at a relevant rank with these documents above it.
    private static double expectedPrecision(double above, int hits, int misses, int unjudged) {
        double pooled = (hits + misses + unjudged) / above;
        double relevantShare = (hits + SMOOTHING) / (hits + misses + 2 * SMOOTHING);
        return 1.0 / (above + 1.0) + above / (above + 1.0) * pooled * relevantShare;
    }
}
