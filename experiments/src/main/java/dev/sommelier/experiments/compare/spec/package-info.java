/// What an experiment is, read from `experiment.yaml` and checked before anything runs.
///
/// Start at [ExperimentFile], which reads an [Experiment].
@NullMarked
package dev.sommelier.experiments.compare.spec;

import org.jspecify.annotations.NullMarked;
