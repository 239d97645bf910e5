/// Harnesses of the language-model runtime.
@NullMarked
package dev.sommelier.benchmarks.llm;

import org.jspecify.annotations.NullMarked;
