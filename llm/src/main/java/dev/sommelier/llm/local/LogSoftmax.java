package dev.sommelier.llm.local;

/// Logits to log-probabilities.
final class LogSoftmax {
    private LogSoftmax() {}

    /// The natural log-probability of each entry; the sum is taken in index order, in double precision.
    static double[] of(float[] logits) {
        double norm = norm(logits);
        double[] result = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            result[i] = logits[i] - norm;
        }
        return result;
    }

    /// The same for one entry.
    static double at(float[] logits, int index) {
        return logits[index] - norm(logits);
    }

    /// The logarithm of the sum of all exponentials: what a logit exceeds its log-probability by.
    static double norm(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - max);
        }
        return max + Math.log(sum);
    }
}
