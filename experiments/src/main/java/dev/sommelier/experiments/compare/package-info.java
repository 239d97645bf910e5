/// Comparisons: contenders of every kind on tasks over data sets, as a job that can be killed anywhere and goes on.
///
/// Start at [ComparisonJob], which works on the units of a [Plan]; [Kind] is what a new contender implements; what
/// came out is a [ComparisonResult].
@NullMarked
package dev.sommelier.experiments.compare;

import org.jspecify.annotations.NullMarked;
