package dev.sommelier.agent;

import dev.sommelier.core.Usage;

/// What a [Decider] answers to a [Question].
public sealed interface Answer {
    /// What the answer took.
    Call call();

    /// One of the options.
    ///
    /// @param decision the chosen option
    /// @param thought the reason given, may be empty
    record Chosen(Decision decision, String thought, Call call) implements Answer {}

    /// A reply that chooses no option.
    ///
    /// @param cause what is wrong with it: [Repair#UNPARSED] or [Repair#NOT_ALLOWED]
    record Unusable(Repair cause, Call call) implements Answer {}

    /// The model call behind an answer.
    ///
    /// @param usage its cost as the engine reports it, with the wall time seen from here
    /// @param newPromptTokens the prompt tokens that it added to the dialogue, the shared system message left out;
    ///     unlike the usage this does not depend on what an engine had cached
    /// @param prompt id, version and hash of the template
    /// @param promptHash SHA-256 of the message that was sent
    /// @param reply the model's words
    record Call(Usage usage, long newPromptTokens, String prompt, String promptHash, String reply) {
        /// No model was called.
        public static final Call NONE = new Call(Usage.NONE, 0, "", "", "");
    }
}
