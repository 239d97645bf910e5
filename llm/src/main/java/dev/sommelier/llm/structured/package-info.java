/// Replies in a form that a JSON schema states, from any engine. Start at
/// [dev.sommelier.llm.structured.StructuredModel].
@NullMarked
package dev.sommelier.llm.structured;

import org.jspecify.annotations.NullMarked;
