/// Measures of predictions that have a true value beside them: ratings, or clicks with their probability.
///
/// [PredictionMetric] is the front door; `Rmse`, `Mae` and `Auc` do the work that they do elsewhere too.
@NullMarked
package dev.sommelier.evaluation.prediction;

import org.jspecify.annotations.NullMarked;
