/// Metrics and how far to trust them: numbers in, numbers out.
///
/// Start reading at `recommendation.RecommendationEvaluation` for lists, [Rmse] and [Auc] for ratings. [Bootstrap]
/// gives
/// intervals over users and [ClaimCheck] says in words what a difference supports.
@NullMarked
package dev.sommelier.evaluation;

import org.jspecify.annotations.NullMarked;
