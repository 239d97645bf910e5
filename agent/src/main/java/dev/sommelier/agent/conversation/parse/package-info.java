/// What a typed line means for a recommender, without a language model.
///
/// Start reading at [Parser]. It knows the catalogue's titles ([Titles]) and attribute values ([Vocabulary]) and hands
/// back [Piece]s; what is left over is a wish in free words.
@NullMarked
package dev.sommelier.agent.conversation.parse;

import org.jspecify.annotations.NullMarked;
