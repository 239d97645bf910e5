/// Training pairs for fine-tuning a language model outside, asked as the re-rankers ask.
///
/// Start at [PairExport].
@NullMarked
package dev.sommelier.experiments.pairs;

import org.jspecify.annotations.NullMarked;
