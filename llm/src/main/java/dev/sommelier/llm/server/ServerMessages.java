package dev.sommelier.llm.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;

/// Dialogues of texts as the protocol writes them.
final class ServerMessages {
    private ServerMessages() {}

    /// Adds the field `messages` to a request and returns the request.
    static ObjectNode write(ObjectNode request, List<ChatMessage> messages) {
        var array = request.putArray("messages");
        for (var message : messages) {
            var turn = array.addObject();
            if (message instanceof SystemMessage system) {
                turn.put("role", "system").put("content", system.text());
            } else if (message instanceof UserMessage user && user.hasSingleText()) {
                turn.put("role", "user").put("content", user.singleText());
            } else if (message instanceof AiMessage ai && ai.text() != null) {
                turn.put("role", "assistant").put("content", ai.text());
            } else {
                throw new IllegalArgumentException("answers are scored after texts, got " + message.type());
            }
        }
        return request;
    }
}
