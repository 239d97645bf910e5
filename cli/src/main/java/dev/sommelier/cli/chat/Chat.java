package dev.sommelier.cli.chat;

import dev.sommelier.agent.conversation.Conversation;
import dev.sommelier.agent.conversation.ConversationOptions;
import dev.sommelier.agent.conversation.DialogueState;
import dev.sommelier.agent.conversation.Policy;
import dev.sommelier.agent.conversation.Ranker;
import dev.sommelier.agent.conversation.Turn;
import dev.sommelier.core.SommelierException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A conversation as the terminal has it: lines go to the [Conversation], and commands about files and workings are
/// carried out here. Not safe for use by several threads.
final class Chat implements AutoCloseable {
    /// The commands of both, for completion.
    static final List<String> COMMANDS = List.of(
            "/help",
            "/like",
            "/dislike",
            "/why",
            "/more",
            "/undo",
            "/constraints",
            "/state",
            "/save",
            "/load",
            "/model",
            "/trace",
            "/forget",
            "/wrong",
            "/quit");
    private static final String MORE_HELP =
            "\nAlso: /save FILE, /load FILE, /model, /trace (how the last answer came about), /forget (delete all that"
                    + " was kept), /quit";

    private final ChatData data;
    private final ModelPartner partner;
    private final ConversationOptions options;
    private final Kept kept;
    private final Ranker ranker;
    private Conversation conversation;

    Chat(ChatData data, ModelPartner partner, ChatSettings settings) {
        this.data = data;
        this.partner = partner;
        this.options = new ConversationOptions(
                settings.listLength(),
                switch (settings.leading()) {
                    case PAYING -> Policy.paying();
                    case CLASSIC -> Policy.classic();
                    case MODEL -> partner.policy();
                    case NEVER -> Policy.never();
                    case ALWAYS -> Policy.always();
                });
        this.ranker = switch (settings.wishes()) {
            case ENCODER -> data.ranker();
            case LIKELIHOOD -> data.ranker().with(partner.wishes(data));
        };
        var facts = new LinkedHashMap<>(data.facts());
        facts.put("asking", settings.leading().name());
        if (settings.wishes() != ChatSettings.Wishes.ENCODER) {
            facts.put("wishes", settings.wishes().name());
        }
        facts.put("list length", Integer.toString(settings.listLength()));
        this.kept = new Kept(facts);
        this.conversation = afresh(List.of());
        settings.session().ifPresent(file -> conversation = afresh(kept.open(file)));
    }

    private Conversation afresh(List<Turn> before) {
        var fresh = new Conversation(ranker, data.parser(), partner.filler(), options, this::keep);
        fresh.resume(before);
        return fresh;
    }

    private void keep(Turn turn) {
        kept.keep(turn);
    }

    /// What is known so far.
    DialogueState state() {
        return conversation.state();
    }

    /// The number of turns so far.
    int turns() {
        return conversation.turns();
    }

    /// Where the conversation is kept.
    Optional<Path> file() {
        return kept.path();
    }

    /// Answers a line.
    ///
    /// @throws SommelierException if the turn cannot be kept
    Exchange say(String typed) {
        var line = typed.strip();
        int space = line.indexOf(' ');
        var name = space < 0 ? line : line.substring(0, space);
        var rest = space < 0 ? "" : line.substring(space + 1).strip();
        return switch (name) {
            case "/quit", "/exit" -> new Exchange.Ended(goodbye());
            case "/save" -> named(name, rest, this::save);
            case "/load" -> named(name, rest, this::load);
            case "/forget" -> new Exchange.Told(forget());
            case "/model" -> new Exchange.Told(partner.description());
            case "/trace" -> new Exchange.Told(trace());
            default -> answered(line);
        };
    }

    private Exchange answered(String line) {
        var reply = conversation.say(line);
        var turn = conversation.last().orElseThrow();
        return line.equals("/help") ? new Exchange.Told(reply.text() + MORE_HELP) : new Exchange.Answered(turn, reply);
    }

    /// How a conversation ends.
    String goodbye() {
        return file().map(path -> "Kept in " + path + "; --session " + path + " goes on with it.")
                .orElse("Goodbye.");
    }

    private interface OnFile {
        String apply(Path file);
    }

    private static Exchange named(String command, String rest, OnFile work) {
        if (rest.isEmpty()) {
            return new Exchange.Told(command + " takes a file, such as " + command + " evening.jsonl.");
        }
        try {
            return new Exchange.Told(work.apply(Path.of(rest)));
        } catch (InvalidPathException e) {
            return new Exchange.Told("That is no file name: " + e.getReason() + ".");
        } catch (SommelierException e) {
            return new Exchange.Told(String.valueOf(e.getMessage()));
        }
    }

    private String save(Path file) {
        kept.save(file);
        return "Saved " + turns() + " turns to " + file + ".";
    }

    private String load(Path file) {
        if (!Files.isRegularFile(file)) {
            return "There is no file " + file + "; /load takes one that /save or --session wrote.";
        }
        conversation = afresh(kept.open(file));
        return "Going on after " + turns() + " turns of " + file + ".";
    }

    private String forget() {
        var gone = kept.forget();
        conversation = afresh(List.of());
        return "Forgotten" + gone.map(path -> ": " + path + " is deleted").orElse("")
                + ". From here on nothing is kept; /save FILE begins anew."
                + " A file of --record and the response cache are not touched.";
    }

    private String trace() {
        return conversation
                .lastAnswer()
                .map(turn -> "Turn " + turn.number() + ":\n"
                        + (turn.steps().isEmpty()
                                ? "  answered without reading or ranking anything"
                                : turn.steps().stream()
                                        .map(step -> "  " + step.name() + ": " + step.what())
                                        .collect(Collectors.joining("\n"))))
                .orElse("Nothing was answered yet.");
    }

    @Override
    public void close() {
        kept.close();
    }
}
