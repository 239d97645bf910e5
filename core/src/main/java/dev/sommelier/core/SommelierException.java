package dev.sommelier.core;

/// A failure that its reader can act on: the message is one sentence that says where, the rule and the received value,
/// and ends with the next step. The command line prints it without a stack trace.
public class SommelierException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what went wrong and what to do next, in one or two short sentences
    public SommelierException(String message) {
        super(message);
    }

    /// @param message what went wrong and what to do next, in one or two short sentences
    /// @param cause the technical reason, shown only on request
    public SommelierException(String message, Throwable cause) {
        super(message, cause);
    }
}
