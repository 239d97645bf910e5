/// A recommender one can talk to.
///
/// Start reading at [Conversation]: a line in, a [Reply] out, and everything that was understood kept in a
/// [DialogueState]. Lists come from the surrogate user's tools, words from templates over facts.
@NullMarked
package dev.sommelier.agent.conversation;

import org.jspecify.annotations.NullMarked;
