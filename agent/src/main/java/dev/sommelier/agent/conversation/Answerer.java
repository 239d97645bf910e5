package dev.sommelier.agent.conversation;

import dev.sommelier.agent.conversation.parse.Attitude;
import dev.sommelier.agent.conversation.parse.Parser;
import dev.sommelier.agent.conversation.parse.Piece;
import dev.sommelier.agent.conversation.parse.Vocabulary;
import dev.sommelier.core.Catalog;
import dev.sommelier.tools.constraint.ConstraintFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes answers from a state and what was understood.
final class Answerer {
    private static final int MOST_NOTES = 6;
    private static final int MOST_UNDERSTOOD = 20;

    private final Ranker ranker;
    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final ConversationOptions options;
    private final Speech speech;
    private final QuestionChooser questions;

    Answerer(Ranker ranker, Vocabulary vocabulary, ConversationOptions options) {
        this.ranker = ranker;
        this.catalog = ranker.catalog();
        this.vocabulary = vocabulary;
        this.options = options;
        this.speech = new Speech(catalog);
        this.questions = new QuestionChooser(ranker);
    }

    Speech speech() {
        return speech;
    }

    /// An answer that leaves the state as it is.
    Answer plain(DialogueState state, String text) {
        return new Answer(reply(text), state, Turn.Kind.SAME, List.of(), List.of(), Optional.empty());
    }

    /// An answer with a new state and no list.
    Answer changed(DialogueState state, String text) {
        return new Answer(reply(text), state, Turn.Kind.CHANGED, List.of(), List.of(), Optional.empty());
    }

    /// Back to an earlier state. What was shown since stays shown, since the speaker has seen it.
    Answer undone(DialogueState now, DialogueState earlier) {
        var state = earlier.withShown(now.shown()).withShown(earlier.lastShown());
        return new Answer(
                reply("Taken back.\n" + describe(state)),
                state,
                Turn.Kind.UNDONE,
                List.of("undo"),
                List.of(),
                Optional.empty());
    }

    private static Reply reply(String text) {
        return new Reply(text, List.of(), Optional.empty(), List.of());
    }

    String describe(DialogueState state) {
        return speech.state(state, new ConstraintFilter(catalog, state.met()).costs(state.constraints()));
    }

    /// What a command's title means.
    Piece title(Parser parser, String typed, boolean like) {
        var attitude = like ? Attitude.LIKE : Attitude.DISLIKE;
        return parser.title(typed, attitude);
    }

    /// Why an item of the last list was recommended.
    Answer why(DialogueState state, int rank) {
        if (state.lastShown().isEmpty()) {
            return plain(state, "Nothing was recommended yet.");
        }
        if (rank > state.lastShown().size()) {
            return plain(state, "There is no number " + rank + " in the last list.");
        }
        var items = rank == 0 ? state.lastShown() : List.of(state.lastShown().get(rank - 1));
        var text = items.stream()
                .map(item -> speech.why(Facts.of(catalog, ranker.base(), state, item)))
                .collect(Collectors.joining("\n"));
        var step = new Turn.Step(
                "explain",
                "contributions of " + state.liked().size() + " liked items in "
                        + ranker.base().name());
        return new Answer(reply(text), state, Turn.Kind.SAME, List.of("why"), List.of(step), Optional.empty());
    }

    /// Applies what was understood and recommends, asks, or says what is unclear.
    Answer answer(DialogueState before, Understanding understanding, String modelTrace) {
        var update = new Update(catalog, vocabulary, speech, before);
        var steps = new ArrayList<Turn.Step>();
        var understood = new ArrayList<String>();
        for (var one : understanding.pieces()) {
            int from = update.done().size();
            update.apply(one.piece());
            var words = update.done().subList(from, update.done().size());
            var source = one.source().name().toLowerCase(Locale.ROOT);
            words.forEach(word -> understood.add(word + " [" + source + "]"));
            steps.add(new Turn.Step(
                    "understand", source + ": " + (words.isEmpty() ? words(one.piece()) : String.join("; ", words))));
        }
        if (!modelTrace.isEmpty()) {
            steps.add(new Turn.Step("understand", modelTrace));
        }
        var notes = new ArrayList<>(update.notes());
        if (understanding.cut()) {
            notes.addFirst("That was long; I read the first " + Parser.MOST_CHARACTERS + " characters.");
        }
        var state = update.state();
        boolean nothing = understanding.pieces().isEmpty() && before.knowsNothing();
        if ((update.unclear() && update.done().isEmpty()) || (nothing && !notes.isEmpty())) {
            return finished(before, state, understood, notes, List.of(), Optional.empty(), steps);
        }
        return recommended(before, state, understood, notes, steps);
    }

    private Answer recommended(
            DialogueState before,
            DialogueState state,
            List<String> understood,
            List<String> notes,
            List<Turn.Step> steps) {
        var list = ranker.rank(state, options.listLength());
        list.relaxed().forEach(one -> notes.add(speech.relaxed(one)));
        steps.add(new Turn.Step(
                "filter",
                list.available() + " of " + catalog.size() + " items may be recommended"
                        + list.relaxed().stream()
                                .map(one -> "; gave up " + one.constraint().text())
                                .collect(Collectors.joining())));
        var possible = new Possible(state, list);
        var move = options.policy().choose(state, list, possible);
        possible.considered().ifPresent(one -> steps.add(new Turn.Step("ask", asking(one, move))));
        if (move instanceof Move.Ask ask) {
            return finished(before, state, understood, notes, List.of(), Optional.of(ask.question()), steps);
        }
        steps.add(new Turn.Step(
                "rank",
                (state.liked().isEmpty()
                                ? ranker.popularity().name()
                                : ranker.base().name()) + " over "
                        + state.liked().size() + " liked items, "
                        + state.disliked().size() + " disliked, "
                        + state.wishes().size()
                        + " wishes, variety " + state.variety()
                        + wishes(state)));
        if (list.items().isEmpty()) {
            notes.add(Speech.NOTHING_LEFT);
        }
        return finished(before, state, understood, notes, list.items(), ((Move.Recommend) move).question(), steps);
    }

    /// Who ranked by wishes; naming it must not open it.
    private String wishes(DialogueState state) {
        boolean words =
                state.wishes().stream().anyMatch(wish -> vocabulary.find(wish).isEmpty());
        return words ? ranker.wishes().map(one -> ", words by " + one.name()).orElse("") : "";
    }

    /// A piece that changed nothing, for the trace.
    private static String words(Piece piece) {
        return switch (piece) {
            case Piece.Unknown unknown -> "no " + unknown.kind() + " \"" + Speech.oneLine(unknown.typed()) + "\"";
            case Piece.Unclear unclear ->
                unclear.items().size() + " items called \"" + Speech.oneLine(unclear.typed()) + "\"";
            default -> Speech.oneLine(piece.toString());
        };
    }

    private static String asking(Question best, Move move) {
        var asked =
                switch (move) {
                    case Move.Ask ask -> Optional.of(ask.question());
                    case Move.Recommend recommend -> recommend.question();
                };
        return String.format(Locale.ROOT, "best question: %s, %.2f bits; ", best.subject(), best.gain())
                + asked.map(one -> one.equals(best) ? "asked" : "asked " + one.subject())
                        .orElse("not asked");
    }

    /// The questions of a turn. A name that is still unclear is its question; a second one would only confuse.
    private final class Possible implements Questions {
        private final DialogueState state;
        private final Recommendation list;
        private Optional<List<Question>> computed = Optional.empty();
        private Optional<Question> considered = Optional.empty();

        private Possible(DialogueState state, Recommendation list) {
            this.state = state;
            this.list = list;
        }

        @Override
        public Optional<Question> titles() {
            var titles = state.pending().isPresent() ? Optional.<Question>empty() : questions.titles(state, list);
            considered = titles;
            return titles;
        }

        @Override
        public List<Question> all() {
            var all = computed.orElseGet(() -> state.pending().isPresent() ? List.of() : questions.all(state, list));
            computed = Optional.of(all);
            considered = all.stream().findFirst();
            return all;
        }

        Optional<Question> considered() {
            return considered;
        }
    }

    private Answer finished(
            DialogueState before,
            DialogueState after,
            List<String> understood,
            List<String> notes,
            List<String> items,
            Optional<Question> question,
            List<Turn.Step> steps) {
        var state = items.isEmpty() ? after : after.withShown(items);
        var shown = new ArrayList<Reply.Shown>();
        for (var item : items) {
            shown.add(new Reply.Shown(
                    item, speech.title(item), speech.reason(Facts.of(catalog, ranker.base(), after, item))));
        }
        if (question.isPresent()) {
            state = state.withAsked(question.get().subject())
                    .withPending(Optional.of(question.get().pending()));
        }
        var text = new StringBuilder();
        if (!understood.isEmpty()) {
            text.append("Understood: ")
                    .append(understood.stream()
                            .limit(MOST_UNDERSTOOD)
                            .map(Answerer::withoutSource)
                            .collect(Collectors.joining("; ")))
                    .append(
                            understood.size() > MOST_UNDERSTOOD
                                    ? "; and " + (understood.size() - MOST_UNDERSTOOD) + " more.\n"
                                    : ".\n");
        }
        notes.stream().limit(MOST_NOTES).forEach(note -> text.append(note).append('\n'));
        if (notes.size() > MOST_NOTES) {
            text.append("(And ").append(notes.size() - MOST_NOTES).append(" more of the kind.)\n");
        }
        for (int i = 0; i < shown.size(); i++) {
            text.append(i + 1)
                    .append(". ")
                    .append(shown.get(i).title())
                    .append(" - ")
                    .append(shown.get(i).reason())
                    .append('\n');
        }
        question.ifPresent(one -> text.append(speech.ask(one.pending())).append('\n'));
        var reply = new Reply(text.toString().strip(), shown, question, notes);
        var kind = state.wantsTheSame(before) ? Turn.Kind.SAME : Turn.Kind.CHANGED;
        return new Answer(reply, state, kind, understood, steps, Optional.empty());
    }

    private static String withoutSource(String understood) {
        return understood
                .replaceAll(" \\[(?:parser|command)]$", "")
                .replaceAll(" \\[model]$", " (as the model read it)");
    }
}
