package dev.sommelier.cli.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sommelier.agent.conversation.session.StateJson;
import dev.sommelier.cli.terminal.Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// A conversation over pipes: a line in, a reply out, as text or as one JSON object a line.
final class PipeChat {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Chat chat;
    private final ModelPartner partner;
    private final Output output;

    PipeChat(Chat chat, ModelPartner partner, Output output) {
        this.chat = chat;
        this.partner = partner;
        this.output = output;
    }

    /// Answers every line of the input, to its end or to `/quit`.
    void run(InputStream input) {
        var lines = new InputLines(input);
        for (var line = next(lines); line.isPresent(); line = next(lines)) {
            boolean ended = false;
            switch (chat.say(line.get())) {
                case Exchange.Answered answered -> answered(answered);
                case Exchange.Told told -> told(told.text());
                case Exchange.Ended end -> ended = true;
            }
            output.flush();
            if (ended) {
                return;
            }
        }
    }

    private static Optional<String> next(InputLines lines) {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void told(String text) {
        output.line(output.json() ? JSON.createObjectNode().put("told", text).toString() : text + "\n");
    }

    private void answered(Exchange.Answered answered) {
        if (!output.json()) {
            output.line(answered.reply().text() + "\n");
            output.flush();
            partner.talk(answered.reply(), answered.turn().state().liked(), sentence -> {
                        output.line(sentence);
                        output.flush();
                    })
                    .ifPresent(words -> output.line(""));
            return;
        }
        output.line(json(answered).toString());
    }

    private ObjectNode json(Exchange.Answered answered) {
        var turn = answered.turn();
        var reply = answered.reply();
        var node = JSON.createObjectNode().put("turn", turn.number()).put("said", turn.said());
        var understood = node.putArray("understood");
        turn.understood().forEach(understood::add);
        var items = node.putArray("items");
        reply.items()
                .forEach(shown -> items.addObject()
                        .put("item", shown.item())
                        .put("title", shown.title())
                        .put("reason", shown.reason()));
        turn.question().ifPresent(question -> node.put("question", question));
        var notes = node.putArray("notes");
        reply.notes().forEach(notes::add);
        node.put("reply", reply.text());
        partner.talk(reply, turn.state().liked(), sentence -> {}).ifPresent(words -> node.put("talk", words));
        node.set("state", StateJson.write(turn.state()));
        return node;
    }
}
