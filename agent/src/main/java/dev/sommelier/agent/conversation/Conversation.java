package dev.sommelier.agent.conversation;

import dev.sommelier.agent.conversation.parse.Parser;
import dev.sommelier.agent.conversation.parse.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A conversation: a line in, a [Reply] out. The same lines give the same replies. Not safe for use by several threads.
///
/// ```java
/// var chat = new Conversation(ranker, parser, FormFiller.NONE, ConversationOptions.DEFAULT, turn -> {});
/// chat.say("something like Alien, but no horror").text();
/// ```
public final class Conversation {
    /// How many changes can be taken back.
    private static final int MOST_UNDO = 100;

    private final Parser parser;
    private final FormFiller filler;
    private final Consumer<Turn> keeper;
    private final Answerer answerer;
    private final Deque<DialogueState> before = new ArrayDeque<>();
    private DialogueState state = DialogueState.EMPTY;
    private Optional<Turn> last = Optional.empty();
    private Optional<Turn> lastAnswer = Optional.empty();
    private int turns;

    /// @param filler reads what the parser leaves
    /// @param keeper receives every turn before its reply is handed out
    public Conversation(
            Ranker ranker, Parser parser, FormFiller filler, ConversationOptions options, Consumer<Turn> keeper) {
        this.parser = parser;
        this.filler = filler;
        this.keeper = keeper;
        this.answerer = new Answerer(ranker, parser.vocabulary(), options);
    }

    /// Goes on after turns that were kept.
    public void resume(List<Turn> kept) {
        kept.forEach(this::advance);
    }

    /// What is known now.
    public DialogueState state() {
        return state;
    }

    /// The turn before, where there is one.
    public Optional<Turn> last() {
        return last;
    }

    /// The last turn that answered something about the catalogue; commands that only show or keep are left out.
    public Optional<Turn> lastAnswer() {
        return lastAnswer;
    }

    /// The number of turns so far.
    public int turns() {
        return turns;
    }

    /// Answers a line. Never throws for what the line says.
    public Reply say(String typed) {
        var said = typed.strip();
        var answer = said.startsWith("/") ? command(said) : understand(said);
        var turn = new Turn(
                turns + 1,
                said.length() > Parser.MOST_CHARACTERS ? said.substring(0, Parser.MOST_CHARACTERS) : said,
                answer.understood(),
                answer.kind(),
                answer.state(),
                answer.reply().text(),
                answer.reply().items().stream().map(Reply.Shown::item).toList(),
                answer.reply().question().map(question -> answerer.speech().ask(question.pending())),
                answer.steps(),
                answer.feedback());
        keeper.accept(turn);
        advance(turn);
        return answer.reply();
    }

    private void advance(Turn turn) {
        switch (turn.kind()) {
            case CHANGED -> {
                before.push(state);
                if (before.size() > MOST_UNDO) {
                    before.removeLast();
                }
            }
            case UNDONE -> before.poll();
            case SAME -> {}
        }
        state = turn.state();
        turns = turn.number();
        last = Optional.of(turn);
        boolean command = turn.said().startsWith("/") && turn.steps().isEmpty();
        if (turn.feedback().isEmpty() && !command) {
            lastAnswer = last;
        }
    }

    private Answer understand(String said) {
        if (said.isBlank()) {
            return answerer.plain(state, Speech.NOTHING_SAID);
        }
        var parsed = parser.parse(said);
        var understood = new ArrayList<Understanding.Understood>();
        parsed.pieces().forEach(piece -> understood.add(new Understanding.Understood(piece, Source.PARSER)));
        var trace = "";
        if (!parsed.leftover().isEmpty()) {
            var filled = filler.fill(said, parsed.leftover());
            trace = filled.trace();
            filled.pieces().forEach(piece -> understood.add(new Understanding.Understood(piece, Source.MODEL)));
            // The wish stays beside what the model made of it: its words rank, whatever the form could not hold.
            understood.add(new Understanding.Understood(new Piece.Wish(parsed.leftover()), Source.PARSER));
        }
        return answer(new Understanding(understood, parsed.cut()), trace);
    }

    private Answer answer(Understanding understanding, String trace) {
        for (var one : understanding.pieces()) {
            if (one.piece() instanceof Piece.Request request) {
                switch (request.kind()) {
                    case WHY -> {
                        return answerer.why(state, request.rank());
                    }
                    case UNDO -> {
                        return undo();
                    }
                    case HELP -> {
                        return answerer.plain(state, Speech.HELP);
                    }
                    case GREETING -> {
                        return answerer.plain(state, Speech.NOTHING_SAID);
                    }
                    case START_OVER -> {
                        return answerer.changed(DialogueState.EMPTY, "I start afresh. " + Speech.NOTHING_SAID);
                    }
                    case MORE -> {}
                }
            }
        }
        return answerer.answer(state, understanding, trace);
    }

    private Answer undo() {
        var earlier = before.peek();
        return earlier == null
                ? answerer.plain(state, "There is nothing to take back.")
                : answerer.undone(state, earlier);
    }

    private Answer command(String said) {
        int space = said.indexOf(' ');
        var name = space < 0 ? said : said.substring(0, space);
        var rest = space < 0 ? "" : said.substring(space + 1).strip();
        return switch (name) {
            case "/like", "/dislike" ->
                rest.isEmpty()
                        ? answerer.plain(state, name + " takes a title, such as " + name + " Alien (1979).")
                        : answer(
                                new Understanding(
                                        List.of(new Understanding.Understood(
                                                answerer.title(parser, rest, name.equals("/like")), Source.COMMAND)),
                                        false),
                                "");
            case "/why" -> answerer.why(state, rest.matches("[0-9]{1,3}") ? Integer.parseInt(rest) : 0);
            case "/more" -> answerer.answer(state, Understanding.NOTHING, "");
            case "/undo" -> undo();
            case "/constraints", "/state" -> answerer.plain(state, answerer.describe(state));
            case "/help" -> answerer.plain(state, Speech.HELP);
            case "/wrong" -> wrong(rest);
            default -> answerer.plain(state, "There is no command " + Speech.oneLine(name) + "; /help lists them.");
        };
    }

    private Answer wrong(String rest) {
        var word = rest.split("\\s+", 2)[0];
        var blame = Feedback.Blame.of(word);
        if (blame.isEmpty() || lastAnswer.isEmpty()) {
            return answerer.plain(
                    state,
                    lastAnswer.isEmpty()
                            ? "Nothing was answered yet."
                            : "/wrong takes understanding, items or order, and a note if you like.");
        }
        var feedback = Feedback.about(
                lastAnswer.get(), blame.get(), rest.substring(word.length()).strip());
        return answerer.plain(state, "Noted: " + word + " of turn " + feedback.turn() + ". Thank you.")
                .with(feedback);
    }
}
