/// Named data sets: how to obtain them, what they hold, how they are split, and how people name their items.
///
/// Start reading at [DatasetStore], which fetches, adds and opens; a [Dataset] then goes to [Split] for training and to
/// [TitleIndex] for what people type. Readers of files are in [dev.sommelier.datasets.format].
@NullMarked
package dev.sommelier.datasets;

import org.jspecify.annotations.NullMarked;
