package dev.sommelier.cli.chat;

import dev.sommelier.agent.conversation.Reply;
import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/// A conversation at a terminal: lines are edited, completed and remembered; Ctrl-C stops a reply, Ctrl-D ends.
final class ConsoleChat {
    private static final String PROMPT = "> ";

    private final LineReader reader;
    private final Terminal terminal;
    private final CompletableFuture<Chat> chat;
    private final ModelPartner partner;
    private final ReplyInTheMaking replies = new ReplyInTheMaking();

    /// @param chat is awaited by the first line
    ConsoleChat(LineReader reader, CompletableFuture<Chat> chat, ModelPartner partner) {
        this.reader = reader;
        this.terminal = reader.getTerminal();
        this.chat = chat;
        this.partner = partner;
    }

    /// Converses until the speaker ends it.
    ///
    /// @throws SommelierException if the data cannot be opened
    void run() {
        terminal.handle(Terminal.Signal.INT, signal -> stop());
        try (replies) {
            boolean ended = false;
            while (!ended) {
                if (chat.isCompletedExceptionally()) {
                    chat.join();
                }
                ended = next();
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            save();
        }
    }

    /// Reads a line and answers it.
    ///
    /// @return whether the conversation is over
    private boolean next() {
        try {
            var line = ChatLines.joined(reader.readLine(PROMPT));
            return replies.make(partner::goOn, screen -> answer(line, screen), this::print);
        } catch (UserInterruptException e) {
            return false;
        } catch (EndOfFileException e) {
            if (chat.isDone() && !chat.isCompletedExceptionally()) {
                print(chat.join().goodbye());
            }
            return true;
        }
    }

    private void stop() {
        if (replies.stop()) {
            partner.stop();
            print("(stopped; /more shows a list, /undo takes back what you said)");
        }
    }

    private boolean answer(String line, Consumer<String> screen) {
        if (!chat.isDone()) {
            screen.accept("One moment, the data are still loading ...");
        }
        var talking = chat.join();
        try {
            return switch (talking.say(line)) {
                case Exchange.Answered answered -> {
                    show(answered.reply(), screen);
                    partner.talk(answered.reply(), answered.turn().state().liked(), screen);
                    yield false;
                }
                case Exchange.Told told -> {
                    if (line.strip().equals("/forget")) {
                        purge();
                    }
                    screen.accept(told.text());
                    yield false;
                }
                case Exchange.Ended end -> {
                    screen.accept(end.text());
                    yield true;
                }
            };
        } catch (SommelierException e) {
            screen.accept("This turn could not be kept: " + e.getMessage());
            return false;
        }
    }

    private static void show(Reply reply, Consumer<String> screen) {
        screen.accept(reply.text());
    }

    private void print(String text) {
        Wrapped.lines(text, terminal.getColumns()).forEach(terminal.writer()::println);
        terminal.writer().flush();
    }

    private void purge() {
        try {
            reader.getHistory().purge();
        } catch (IOException e) {
            throw new SommelierException(
                    "the history of typed lines could not be deleted: " + e.getMessage() + "; delete "
                            + reader.getVariable(LineReader.HISTORY_FILE) + " yourself.",
                    e);
        }
    }

    private void save() {
        try {
            reader.getHistory().save();
        } catch (IOException e) {
            print("The history of typed lines could not be kept: " + e.getMessage());
        }
    }
}
