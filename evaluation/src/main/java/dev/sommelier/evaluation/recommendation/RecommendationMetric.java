package dev.sommelier.evaluation.recommendation;

/// A measure of lists at a cut: a value, so that equal variants and cuts are equal.
public sealed interface RecommendationMetric
        permits AccuracyMetric, AggregateMetric, AttributeMetric, PopularityMetric {
    /// The cut that means the whole list.
    int UNCUT = Integer.MAX_VALUE;

    /// The name that tables show and [MetricNames] reads: metric, variant where it is not the plain one, cut, such as
    /// `nDCG(gain=exp)@10`.
    String name();

    /// Ranks after this one do not count; [#UNCUT] where all do.
    int k();
}
