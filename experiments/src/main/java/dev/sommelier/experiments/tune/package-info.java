/// Tuning: hyper-parameters searched on the validation part, as a job that can be killed anywhere and goes on.
///
/// Start at [TuningFile], which reads a [Tuning]; [TuningJob] works on it; what came out is a [TuningResult].
@NullMarked
package dev.sommelier.experiments.tune;

import org.jspecify.annotations.NullMarked;
