/// Filters that make a smaller data set of one: thresholds, repeated contacts, cores.
///
/// Start reading at [Filter]; [Filtering] applies several and tells what each left.
@NullMarked
package dev.sommelier.datasets.filter;

import org.jspecify.annotations.NullMarked;
