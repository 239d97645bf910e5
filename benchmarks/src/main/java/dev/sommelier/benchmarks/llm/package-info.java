/// Speed of judging with the in-process engine.
@NullMarked
package dev.sommelier.benchmarks.llm;

import org.jspecify.annotations.NullMarked;
