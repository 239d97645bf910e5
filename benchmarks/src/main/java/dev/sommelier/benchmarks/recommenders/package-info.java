/// The recommenders' training and serving, timed on data in the shape of MovieLens 20M.
@NullMarked
package dev.sommelier.benchmarks.recommenders;

import org.jspecify.annotations.NullMarked;
