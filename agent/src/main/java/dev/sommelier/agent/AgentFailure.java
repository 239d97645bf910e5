package dev.sommelier.agent;

/// The decider could not answer, so the run has no result.
final class AgentFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    AgentFailure(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
