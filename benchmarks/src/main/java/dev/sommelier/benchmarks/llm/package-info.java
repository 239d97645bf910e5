/// Harnesses of the language-model runtime: judging with the in-process engine, hits of the response cache.
@NullMarked
package dev.sommelier.benchmarks.llm;

import org.jspecify.annotations.NullMarked;
