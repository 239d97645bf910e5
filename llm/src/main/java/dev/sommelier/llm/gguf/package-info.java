/// The header of GGUF model files, read and checked in Java. Start at [dev.sommelier.llm.gguf.GgufFile].
@NullMarked
package dev.sommelier.llm.gguf;

import org.jspecify.annotations.NullMarked;
