package dev.sommelier.cli.commands;

import dev.sommelier.agent.conversation.session.SessionFile;
import dev.sommelier.cli.chat.ChatData;
import dev.sommelier.cli.chat.ChatProgram;
import dev.sommelier.cli.chat.ChatSettings;
import dev.sommelier.cli.chat.ChatSettings.Leading;
import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.Classics;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.OpenedModel;
import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A conversation about a catalogue.
@Command(
        name = "chat",
        description = ChatCommand.DESCRIPTION,
        subcommands = ChatSimulateCommand.class,
        footer = {
            "",
            "Examples:",
            "  sommelier chat --data ml-100k",
            "  echo \"something like Alien, but no horror\" | sommelier chat --data ml-100k --json",
            "  sommelier chat --session evening.jsonl",
            "  sommelier chat simulate --data ml-100k --users 100 --seed 1",
            "",
            "At a terminal, a conversation without --session is kept in $SOMMELIER_HOME/chat;",
            "over pipes it is not kept. Tab completes commands and titles, a backslash at the",
            "end goes on in the next line, Ctrl-C stops a reply, Ctrl-D or /quit ends."
        })
public final class ChatCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "Talk about what to watch, read or buy.";

    @Option(
            names = "--data",
            paramLabel = "NAME",
            description = "The data set, one of 'sommelier data list' (default: the one of --session).")
    Optional<String> data = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "The seed of everything random (default: ${DEFAULT-VALUE}).")
    long seed;

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Option(names = "--no-model", description = "Converse without a language model: parser and templates alone.")
    boolean noModel;

    @Option(names = "--talk", description = "Let the model say recommendations in its own words beside the list.")
    boolean talk;

    @Option(
            names = "--base",
            paramLabel = "RECOMMENDER",
            defaultValue = "EASE",
            description = "Who recommends from what is liked: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Classics base = Classics.EASE;

    @Option(
            names = "--ask",
            paramLabel = "POLICY",
            defaultValue = "PAYING",
            description = "Who decides whether to ask: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Leading leading = Leading.PAYING;

    @Option(
            names = "--rank-by",
            paramLabel = "HOW",
            defaultValue = "ENCODER",
            description = "How wishes in words rank: ${COMPLETION-CANDIDATES}; LIKELIHOOD asks the model how likely the"
                    + " wish is after each of the best items (default: ${DEFAULT-VALUE}).")
    ChatSettings.Wishes wishes = ChatSettings.Wishes.ENCODER;

    @Option(
            names = "-k",
            paramLabel = "N",
            defaultValue = "5",
            description = "Items a list (default: ${DEFAULT-VALUE}).")
    int k;

    @Option(
            names = "--session",
            paramLabel = "FILE",
            description = "Keep the conversation in FILE, or go on with the one that it holds.")
    Optional<Path> session = Optional.empty();

    @Override
    protected void run(Output output) {
        if (k < 1) {
            throw wrongUsage("-k must be at least 1, got " + k);
        }
        boolean terminal = atTerminal() && !output.json();
        var name = name();
        var file = session.or(() -> terminal ? Optional.of(ownFile(name)) : Optional.empty());
        var settings = new ChatSettings(name, base, seed, leading, wishes, k, file, talk);
        if (noModel && wishes == ChatSettings.Wishes.LIKELIHOOD) {
            throw wrongUsage("--rank-by likelihood asks a model; leave --no-model out");
        }
        Function<Output, OpenedModel> opening = notes -> OpenedModel.open(model, calls, notes);
        var program = new ChatProgram(settings, noModel ? Optional.empty() : Optional.of(opening), output);
        if (terminal) {
            program.console();
        } else {
            program.pipe(System.in);
        }
    }

    private static boolean atTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private String name() {
        return data.or(() -> session.filter(Files::exists)
                        .map(file -> SessionFile.read(file).facts().getOrDefault(ChatData.DATA, ""))
                        .filter(known -> !known.isEmpty()))
                .orElseThrow(() -> wrongUsage("give --data NAME, or --session FILE of a conversation to go on with"));
    }

    private static Path ownFile(String name) {
        var time = LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        return ChatProgram.ownFile(name + "-" + time);
    }
}
