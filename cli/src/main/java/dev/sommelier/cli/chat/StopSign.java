package dev.sommelier.cli.chat;

import dev.sommelier.llm.ModelFailure;
import java.util.Optional;

/// Ends a reply's calls of the model: the running one is interrupted, later ones are refused until the next reply. Only
/// calls are interrupted, never what comes after them: an interrupt would close the file that keeps the conversation.
/// Safe for use by several threads.
final class StopSign {
    private Optional<Thread> calling = Optional.empty();
    private boolean up;

    /// A call begins on this thread.
    ///
    /// @throws ModelFailure if the reply was stopped
    synchronized void enter() {
        if (up) {
            throw new ModelFailure(ModelFailure.Kind.CANCELLED, "the reply was stopped; ask again.");
        }
        calling = Optional.of(Thread.currentThread());
    }

    /// The call has ended.
    synchronized void leave() {
        calling = Optional.empty();
        // It may have ended by itself before it saw the interrupt.
        Thread.interrupted();
    }

    /// Stops the reply that is being made.
    synchronized void raise() {
        up = true;
        calling.ifPresent(Thread::interrupt);
    }

    /// Another reply begins.
    synchronized void lift() {
        up = false;
    }
}
