/// From signals of a pair to its grade: an ordinal model, the rule that chooses a grade, cross-validation by topic, and
/// the file that keeps a fitted judge. Numbers in, numbers out; start at [Calibration].
@NullMarked
package dev.sommelier.judges.calibration;

import org.jspecify.annotations.NullMarked;
