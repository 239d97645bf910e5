/// Measures of recommendation lists against held-out interactions, and of what the lists do to a catalogue.
///
/// Start reading at [RecommendationEvaluation]; [FullRanking] does the same for a model that scores every item. The
/// metrics are records behind [RecommendationMetric], grouped by what they need: [AccuracyMetric] a list and the user's
/// test items, [PopularityMetric] training counts too, [AttributeMetric] the items' attributes or vectors,
/// [AggregateMetric] all lists together. [MetricNames] reads their names.
@NullMarked
package dev.sommelier.evaluation.recommendation;

import org.jspecify.annotations.NullMarked;
