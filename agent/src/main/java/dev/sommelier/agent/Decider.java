package dev.sommelier.agent;

import dev.sommelier.core.Query;
import dev.sommelier.tools.ToolBox;
import java.util.Map;

/// Who decides in the surrogate user's loop: a language model or a control.
///
/// Implementations are immutable; users may be served in any order, and a user's decisions depend on nothing else.
public interface Decider {
    /// The name that tables show, such as `Agent (random)`.
    String name();

    /// What must be known to decide the same again: model, prompts, seed.
    Map<String, String> facts();

    /// Begins with one user.
    Session begin(Query query, ToolBox tools, AgentOptions options);

    /// The decisions for one user. Not safe for use by several threads.
    interface Session {
        /// What answering is expected to cost, rather too much than too little.
        Cost estimate(Question question);

        /// Chooses one of the options.
        ///
        /// @param tokenLimit the most tokens that may be generated
        Answer answer(Question question, int tokenLimit);
    }

    /// Expected tokens of a call.
    ///
    /// @param promptTokens new prompt tokens
    /// @param generatedTokens generated tokens
    record Cost(long promptTokens, long generatedTokens) {
        /// Free of charge.
        public static final Cost NONE = new Cost(0, 0);

        Cost plus(Cost other) {
            return new Cost(promptTokens + other.promptTokens, generatedTokens + other.generatedTokens);
        }

        Cost times(int factor) {
            return new Cost(promptTokens * factor, generatedTokens * factor);
        }
    }
}
