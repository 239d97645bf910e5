/// Turns a JSON schema into an automaton over bytes that says, after each token, what the reply may go on with. Start
/// at
/// [dev.sommelier.llm.grammar.SchemaGrammar]. Knows nothing of models.
@NullMarked
package dev.sommelier.llm.grammar;

import org.jspecify.annotations.NullMarked;
