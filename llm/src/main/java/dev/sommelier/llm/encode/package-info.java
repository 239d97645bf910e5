/// Text encoders that work without a network. Start at [dev.sommelier.llm.encode.MiniLmEncoder].
@NullMarked
package dev.sommelier.llm.encode;

import org.jspecify.annotations.NullMarked;
