package dev.sommelier.evaluation.session;

/// A number for a whole session; higher is better.
public sealed interface SessionMetric permits ExpectedUtility, NormalisedUMeasure, SessionDcg, SessionRbp, UMeasure {
    /// The metric's name with its parameters.
    String name();

    /// The value; NaN where it is undefined.
    double of(Session session);
}
