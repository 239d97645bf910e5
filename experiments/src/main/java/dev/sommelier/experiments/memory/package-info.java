/// Whether a language model may know a data set's items by heart.
///
/// Start reading at [TitleProbe].
@NullMarked
package dev.sommelier.experiments.memory;

import org.jspecify.annotations.NullMarked;
