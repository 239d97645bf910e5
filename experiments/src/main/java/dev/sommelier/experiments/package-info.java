/// Puts contenders beside each other, measured by the same code over the same users or pairs.
///
/// Start reading at [RankingEvaluation] (lists) and [RatingEvaluation] (ratings); both end in plain records, which
/// `dev.sommelier.experiments.report` renders.
@NullMarked
package dev.sommelier.experiments;

import org.jspecify.annotations.NullMarked;
