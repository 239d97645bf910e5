/// What may be wrong with a data set before anything is measured on it.
///
/// Start reading at [DataCheck].
@NullMarked
package dev.sommelier.datasets.check;

import org.jspecify.annotations.NullMarked;
