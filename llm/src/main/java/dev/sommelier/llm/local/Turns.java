package dev.sommelier.llm.local;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.ffi.NativeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writes a dialogue as tokens in the model's own chat template.
///
/// The template is applied to placeholders, so that the text between them is known to be ours and is tokenised with
/// role
/// markers, while the messages are tokenised without.
final class Turns {
    private static final String SYSTEM = "system";
    private static final String USER = "user";
    private static final String ASSISTANT = "assistant";

    private final NativeModel model;
    private final Vocabulary vocabulary;
    private final String template;

    Turns(NativeModel model, Vocabulary vocabulary) {
        this.model = model;
        this.vocabulary = vocabulary;
        this.template = model.metadata("tokenizer.chat_template")
                .orElseThrow(() -> new SommelierException("The model file carries no chat template, so it is no chat"
                        + " model; choose an instruct model (sommelier model list)."));
    }

    /// The prompt in chunks: up to the first user text, then up to the start of each reply.
    List<int[]> chunks(List<ChatMessage> messages) {
        if (messages.isEmpty() || !(messages.getLast() instanceof UserMessage)) {
            throw new IllegalArgumentException(
                    "a dialogue ends with the user's message, got " + messages.size() + " messages");
        }
        var roles = messages.stream().map(Turns::role).toList();
        var frame = frame(roles);
        var chunks = new ArrayList<int[]>();
        var open = IntStream.builder();
        boolean userSeen = false;
        for (int i = 0; i < messages.size(); i++) {
            IntStream.of(vocabulary.trusted(frame.get(i), i == 0)).forEach(open);
            boolean user = roles.get(i).equals(USER);
            if (roles.get(i).equals(ASSISTANT) || (user && !userSeen)) {
                chunks.add(open.build().toArray());
                open = IntStream.builder();
            }
            userSeen |= user;
            IntStream.of(vocabulary.data(text(messages.get(i)))).forEach(open);
        }
        IntStream.of(vocabulary.trusted(frame.getLast(), false)).forEach(open);
        chunks.add(open.build().toArray());
        chunks.removeIf(chunk -> chunk.length == 0);
        return chunks;
    }

    /// The template's text before, between and after the messages.
    private List<String> frame(List<String> roles) {
        var placeholders = IntStream.range(0, roles.size())
                .mapToObj(i -> "\uE000" + i + "\uE001")
                .toList();
        String rendered = model.applyTemplate(template, roles, placeholders)
                .orElseThrow(() -> new SommelierException("llama.cpp b4916 does not know this model's chat template;"
                        + " run the model in a current llama-server and use --server URL."));
        var frame = new ArrayList<String>();
        int from = 0;
        for (var placeholder : placeholders) {
            int at = rendered.indexOf(placeholder, from);
            if (at < 0) {
                throw new SommelierException("The model's chat template drops a " + roles.get(frame.size())
                        + " message; choose another instruct model (sommelier model list).");
            }
            frame.add(rendered.substring(from, at));
            from = at + placeholder.length();
        }
        frame.add(rendered.substring(from));
        return frame;
    }

    private static String role(ChatMessage message) {
        return switch (message.type()) {
            case SYSTEM -> SYSTEM;
            case USER -> USER;
            case AI -> ASSISTANT;
            default -> throw unsupported(message);
        };
    }

    private static String text(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return system.text();
        }
        if (message instanceof UserMessage user && user.hasSingleText()) {
            return user.singleText();
        }
        if (message instanceof AiMessage ai && ai.text() != null && !ai.hasToolExecutionRequests()) {
            return ai.text();
        }
        throw unsupported(message);
    }

    private static IllegalArgumentException unsupported(ChatMessage message) {
        return new IllegalArgumentException(
                "the in-process engine takes system, user and assistant texts, got " + message.type());
    }
}
