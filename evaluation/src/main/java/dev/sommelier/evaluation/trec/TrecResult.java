package dev.sommelier.evaluation.trec;

import java.util.List;

/// A run's figures.
///
/// Immutable as long as the arrays handed over are left alone.
public final class TrecResult {
    private final String run;
    private final List<TrecMetric> metrics;
    private final List<String> topics;
    private final double[][] values;
    private final double[] summaries;
    private final LeftOut leftOut;

    TrecResult(
            String run,
            List<TrecMetric> metrics,
            List<String> topics,
            double[][] values,
            double[] summaries,
            LeftOut leftOut) {
        this.run = run;
        this.metrics = metrics;
        this.topics = topics;
        this.values = values;
        this.summaries = summaries;
        this.leftOut = leftOut;
    }

    /// The run's name.
    public String run() {
        return run;
    }

    /// What was measured.
    public List<TrecMetric> metrics() {
        return metrics;
    }

    /// The topics evaluated, sorted byte by byte as trec_eval prints them.
    public List<String> topics() {
        return topics;
    }

    /// A topic's value; both are positions in the lists above.
    public double value(int metric, int topic) {
        return values[metric][topic];
    }

    /// A metric's values in the order of the topics.
    public double[] values(int metric) {
        return values[metric].clone();
    }

    /// A metric's figure over all topics: mean, sum or geometric mean, as its measure says.
    public double summary(int metric) {
        return summaries[metric];
    }

    /// What was not seen.
    public LeftOut leftOut() {
        return leftOut;
    }
}
