/// The in-process engine: a GGUF file behind LangChain4j's `ChatModel` and behind
/// [dev.sommelier.llm.LabelScorer] and [dev.sommelier.llm.TextScorer]. Start at [dev.sommelier.llm.local.LocalEngine].
///
/// A reply depends on its request alone, never on what was asked before: a prompt is cut into chunks at places that the
/// request fixes (the end of the system turn, the start of each reply), each chunk is decoded in batches of its own,
/// and
/// what is reused from an earlier request is whole chunks.
@NullMarked
package dev.sommelier.llm.local;

import org.jspecify.annotations.NullMarked;
