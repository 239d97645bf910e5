/// Local language models behind LangChain4j's `ChatModel`; [LabelScorer], which reads the probability of an answer
/// instead of parsing prose; and [TextScorer], which reads the likelihood of a text. The only module that knows
/// java-llama.cpp, native calls and LangChain4j's providers.
@NullMarked
package dev.sommelier.llm;

import org.jspecify.annotations.NullMarked;
