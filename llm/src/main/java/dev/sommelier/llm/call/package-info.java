/// A call of a language model as a value: what was asked as text, how to ask an engine, how to keep the answer.
///
/// [CallModel] turns every way of asking into [Call]s; the cache, recordings, replays and budgets are decorators that
/// answer them.
@NullMarked
package dev.sommelier.llm.call;

import org.jspecify.annotations.NullMarked;
