/// What `agree` and `significance` have to show, in plain records, and their rendering for a terminal.
///
/// Start reading at [AgreementReport], [SystemRankingReport] and [SignificanceReport]; each has a study that computes
/// it and a `text` in [AgreementText], [SystemRankingText] and [SignificanceText].
@NullMarked
package dev.sommelier.experiments.agreement;

import org.jspecify.annotations.NullMarked;
