/// Which models there are, where they come from, and the folder that keeps them. Start at
/// [dev.sommelier.llm.store.ModelStore].
@NullMarked
package dev.sommelier.llm.store;

import org.jspecify.annotations.NullMarked;
