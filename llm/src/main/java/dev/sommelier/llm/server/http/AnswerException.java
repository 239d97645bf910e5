package dev.sommelier.llm.server.http;

import java.io.IOException;

/// An answer arrived but is none: too long, cut, a redirect, or an error in the place of an answer.
public final class AnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    /// What is wrong with the answer.
    public enum Fault {
        /// Longer than the limit.
        TOO_LONG,
        /// A stream that ended before its end mark.
        CUT,
        /// A redirect; a key or a prompt does not follow it.
        REDIRECT,
        /// An error inside a successful answer.
        ERROR_INSIDE
    }

    private final Fault fault;

    AnswerException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /// What is wrong with the answer.
    public Fault fault() {
        return fault;
    }
}
