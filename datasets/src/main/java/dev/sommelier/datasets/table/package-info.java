/// Interactions in columns: what millions of them are held in.
///
/// Start reading at [InteractionTable], which is a list of interactions to whoever does not care.
@NullMarked
package dev.sommelier.datasets.table;

import org.jspecify.annotations.NullMarked;
