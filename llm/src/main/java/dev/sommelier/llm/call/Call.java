package dev.sommelier.llm.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LanguageModel;
import java.util.Locale;
import java.util.function.Function;

/// One call of a model.
///
/// @param kind the way of asking
/// @param text everything in the call that can change its answer, as JSON with a fixed order of fields
/// @param size how many prompts it holds: 1, except for several that are scored together
/// @param asking puts the call to an engine
/// @param form how its answer is kept
/// @param <A> what it is answered with
public record Call<A>(Kind kind, String text, int size, Function<LanguageModel, A> asking, Form<A> form) {
    /// The ways of asking a model.
    public enum Kind {
        /// A reply.
        CHAT,
        /// The probabilities of labels.
        LABELS,
        /// The likelihood of texts.
        TEXTS,
        /// The length of a text, or its beginning or end.
        TOKENS;

        /// The word in files and messages, such as `labels`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How answers become JSON and back without any loss.
    ///
    /// @param write the answer as JSON
    /// @param read the same answer from JSON
    /// @param usage what it cost
    public record Form<A>(Function<A, JsonNode> write, Function<JsonNode, A> read, Function<A, Usage> usage) {}

    /// Puts the call to an engine.
    public A ask(LanguageModel engine) {
        return asking.apply(engine);
    }
}
