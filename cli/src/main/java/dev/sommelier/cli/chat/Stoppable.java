package dev.sommelier.cli.chat;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Set;

/// A model whose running call another thread can end, see [StopSign].
record Stoppable(ChatModel model, StopSign sign) implements ChatModel {
    @Override
    public ChatResponse chat(ChatRequest request) {
        sign.enter();
        try {
            return model.chat(request);
        } finally {
            sign.leave();
        }
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }
}
