/// TREC evaluation with trec_eval's semantics, and a few measures beyond it by the definitions of ir-measures.
///
/// Start reading at [TrecEvaluation]; [TrecMetrics] reads metric names. A [Measure] is a formula over one topic's
/// ranking ([JudgedRanking]); a [TrecMetric] is a measure with the name it is reported under.
///
/// Documents are ranked by score, highest first, equal scores by document identifier descending byte by byte; the rank
/// column of a run plays no part. Reference implementation: trec_eval by Chris Buckley and NIST, current source.
@NullMarked
package dev.sommelier.evaluation.trec;

import org.jspecify.annotations.NullMarked;
