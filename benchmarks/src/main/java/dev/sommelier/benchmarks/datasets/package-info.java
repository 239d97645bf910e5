/// Times the readers of data sets.
@NullMarked
package dev.sommelier.benchmarks.datasets;

import org.jspecify.annotations.NullMarked;
