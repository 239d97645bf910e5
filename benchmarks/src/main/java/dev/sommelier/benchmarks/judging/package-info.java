/// The scale of judging jobs, without a model.
@NullMarked
package dev.sommelier.benchmarks.judging;

import org.jspecify.annotations.NullMarked;
