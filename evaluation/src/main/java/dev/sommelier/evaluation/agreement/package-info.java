/// How far two sets of relevance labels agree.
///
/// Start reading at [LabelPairs], which pairs a human's grades with an LLM's, and [LabelAgreements], which measures
/// them.
/// Every [AgreementMeasure] is computed from a [Confusion], so that resampling topics costs additions of small tables.
@NullMarked
package dev.sommelier.evaluation.agreement;

import org.jspecify.annotations.NullMarked;
