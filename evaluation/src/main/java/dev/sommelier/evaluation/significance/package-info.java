/// Whether a difference between systems is more than chance.
///
/// Start reading at [PairedComparison] for two systems over the same topics and at [SystemComparison] for all pairs of
/// systems under two sets of labels. Tests are [PairedTest]s on differences by topic; families of tests are corrected
/// by [Correction], or tested at once by [TukeyHsd] or [StudentisedTukeyHsd].
@NullMarked
package dev.sommelier.evaluation.significance;

import org.jspecify.annotations.NullMarked;
