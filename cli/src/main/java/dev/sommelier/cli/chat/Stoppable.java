package dev.sommelier.cli.chat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Optional;

/// A model whose running call another thread can end. Only the call itself is interrupted, never what comes after it:
/// an interrupt would close the file that keeps the conversation. Safe for use by several threads.
final class Stoppable implements ChatModel {
    private final ChatModel model;
    private Optional<Thread> calling = Optional.empty();

    Stoppable(ChatModel model) {
        this.model = model;
    }

    @Override
    public ChatResponse chat(ChatRequest request) {
        begin();
        try {
            return model.chat(request);
        } finally {
            end();
        }
    }

    /// Ends the running call, where there is one.
    synchronized void stop() {
        calling.ifPresent(Thread::interrupt);
    }

    private synchronized void begin() {
        calling = Optional.of(Thread.currentThread());
    }

    private synchronized void end() {
        calling = Optional.empty();
        // The call may have ended by itself before it saw the interrupt.
        Thread.interrupted();
    }
}
