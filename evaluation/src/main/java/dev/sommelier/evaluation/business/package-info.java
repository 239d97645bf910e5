/// Measures of what people did with recommendations that were shown: clicks, conversions, revenue, and the lift of one
/// variant over another.
///
/// Start reading at [BusinessMetric] and [Lift].
@NullMarked
package dev.sommelier.evaluation.business;

import org.jspecify.annotations.NullMarked;
