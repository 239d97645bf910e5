@NullMarked
package dev.sommelier.llm;

import org.jspecify.annotations.NullMarked;
