package dev.sommelier.cli.chat;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// Opens a conversation at a terminal or over pipes. Data and model are opened in the background.
public final class ChatProgram {
    private final ChatSettings settings;
    private final Optional<Function<Output, OpenedModel>> model;
    private final Output output;
    private final Executor background = work -> Thread.ofPlatform().daemon().start(work);

    /// @param model opens the model; empty for a conversation without one
    public ChatProgram(ChatSettings settings, Optional<Function<Output, OpenedModel>> model, Output output) {
        this.settings = settings;
        this.model = model;
        this.output = output;
    }

    /// The folder of the conversations that no file was named for, and of the history of typed lines.
    public static Path folder() {
        return Home.fromEnvironment().data().resolve("chat");
    }

    /// A new file among them.
    public static Path ownFile(String name) {
        return Kept.fresh(folder(), name + ".jsonl");
    }

    /// Answers the lines of an input.
    public void pipe(InputStream input) {
        output.note("Sommelier on " + settings.data() + ": loading ...");
        var data = data();
        try (var partner = partner(data, output);
                var chat = new Chat(joined(data), partner, settings)) {
            new PipeChat(chat, partner, output).run(input);
        }
    }

    /// Converses at the terminal.
    public void console() {
        output.note("Sommelier on " + settings.data() + ": say what you like or want. /help explains, Ctrl-D ends.");
        settings.session().ifPresent(file -> output.note("This conversation is kept in " + file + "."));
        var data = data();
        try (var terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .graphemeCluster(false)
                .build()) {
            var reader = reader(terminal, data);
            var above = output.tellingTo(new PrintWriter(new AboveThePrompt(reader::printAbove), true));
            try (var partner = partner(data, above)) {
                var chat = data.thenApply(opened -> chat(opened, partner, above));
                new ConsoleChat(reader, chat, partner).run();
                if (chat.isDone()) {
                    chat.join().close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Chat chat(ChatData data, ModelPartner partner, Output notes) {
        var chat = new Chat(data, partner, settings);
        if (chat.turns() > 0) {
            notes.note("Going on after " + chat.turns() + " turns; /state shows what I know.");
        }
        return chat;
    }

    private CompletableFuture<ChatData> data() {
        return CompletableFuture.supplyAsync(() -> ChatData.open(settings), background);
    }

    private static ChatData joined(CompletableFuture<ChatData> data) {
        try {
            return data.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SommelierException known ? known : e;
        }
    }

    private ModelPartner partner(CompletableFuture<ChatData> data, Output notes) {
        return new ModelPartner(
                data, model.map(open -> () -> open.apply(notes)), settings.talk(), notes::note, background);
    }

    private static LineReader reader(Terminal terminal, CompletableFuture<ChatData> data) {
        var commands = Completions.ofCommands();
        var titles = data.handle((opened, failure) -> opened == null ? commands : new Completions(opened.catalog()));
        var lines = new ChatLines(() -> titles.getNow(commands));
        var reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("sommelier")
                .history(new ChatHistory())
                .parser(lines)
                .completer(lines)
                .variable(LineReader.HISTORY_FILE, Kept.fresh(folder(), "history"))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "  ")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .build();
        BoundedPaste.of(reader);
        return reader;
    }
}
