package dev.sommelier.llm;

import dev.sommelier.core.SommelierException;
import java.util.Locale;

/// A model gave no usable answer. Says which kind of cause, so that callers can count, and never carries an invented
/// answer.
public final class ModelFailure extends SommelierException {
    private static final long serialVersionUID = 1L;

    /// Why there is no answer.
    public enum Kind {
        /// The server could not be reached, or the connection broke.
        CONNECTION,
        /// No answer within the time allowed.
        TIMEOUT,
        /// The server asked to slow down, and still did after the last retry.
        RATE_LIMIT,
        /// The server refused the request: key, model name, parameters, a redirect to elsewhere.
        REFUSED,
        /// The server said that it failed.
        SERVER,
        /// The answer is not what the protocol says: no JSON, other fields, no choice, too large.
        PROTOCOL,
        /// The reply was cut at the limit of tokens.
        TRUNCATED,
        /// The reply does not fit the schema, also after one repair.
        INVALID_REPLY,
        /// The prompt does not fit the model's context.
        OVERFLOW,
        /// A limit on calls, tokens, seconds or money was reached.
        BUDGET,
        /// The engine cannot do what was asked.
        CAPABILITY,
        /// A replay has no such call.
        NOT_RECORDED,
        /// The caller stopped the call.
        CANCELLED,
        /// The engine itself failed.
        ENGINE;

        /// Whether the calls after this one would fail in the same way, so that a job ends here instead of counting
        /// every unit of its work as failed.
        public boolean endsJob() {
            return switch (this) {
                case BUDGET, NOT_RECORDED, CAPABILITY, CANCELLED -> true;
                default -> false;
            };
        }

        /// The word that journals and tables count by, such as `rate-limit`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;

    /// @param message what went wrong and what to do next, in one or two short sentences
    public ModelFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /// @param message what went wrong and what to do next, in one or two short sentences
    /// @param cause the technical reason
    public ModelFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// Why there is no answer.
    public Kind kind() {
        return kind;
    }
}
