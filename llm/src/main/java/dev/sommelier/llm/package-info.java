/// Local language models behind LangChain4j's `ChatModel`, and [LabelScorer], which reads the probability of an answer
/// instead of parsing prose. The only module that knows java-llama.cpp, native calls and LangChain4j's providers.
@NullMarked
package dev.sommelier.llm;

import org.jspecify.annotations.NullMarked;
