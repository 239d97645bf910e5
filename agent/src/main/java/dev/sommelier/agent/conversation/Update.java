package dev.sommelier.agent.conversation;

import dev.sommelier.agent.conversation.parse.Attitude;
import dev.sommelier.agent.conversation.parse.Critique;
import dev.sommelier.agent.conversation.parse.Piece;
import dev.sommelier.agent.conversation.parse.Vocabulary;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import dev.sommelier.tools.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Applies what was understood to a state, and says in words what it did.
final class Update {
    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final Speech speech;
    private final List<String> done = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Optional<Pending> waiting;
    private DialogueState state;
    private boolean unclear;

    Update(Catalog catalog, Vocabulary vocabulary, Speech speech, DialogueState before) {
        this.catalog = catalog;
        this.vocabulary = vocabulary;
        this.speech = speech;
        this.waiting = before.pending();
        this.state = before.withPending(Optional.empty());
    }

    /// What was understood, in words.
    List<String> done() {
        return done;
    }

    /// What the speaker should know beside it.
    List<String> notes() {
        return notes;
    }

    /// Whether something must be cleared up before a list makes sense.
    boolean unclear() {
        return unclear;
    }

    DialogueState state() {
        return state;
    }

    void apply(Piece piece) {
        switch (piece) {
            case Piece.Named named -> named(named);
            case Piece.Unclear several -> {
                state = state.withPending(Optional.of(new Pending.WhichItem(several.attitude(), several.items())));
                notes.add(speech.which(several.typed(), several.items()));
                unclear = true;
            }
            case Piece.Unknown unknown -> {
                notes.add(speech.unknown(unknown));
                unclear = true;
            }
            case Piece.Must must -> must(must.constraint());
            case Piece.Leaning leaning -> wish(leaning.value());
            case Piece.Wish wish -> wish(wish.text());
            case Piece.Place place -> place(place);
            case Piece.AllShown all -> state.lastShown().forEach(item -> judge(item, all.attitude(), all.seen()));
            case Piece.Criticised criticised -> criticised(criticised.critique());
            case Piece.YesNo answer -> answer(answer.yes());
            case Piece.Indifferent none -> done.add("no preference");
            case Piece.Request request -> {}
        }
    }

    private void named(Piece.Named named) {
        if (waiting.isPresent() && waiting.get() instanceof Pending.MoreTitles) {
            // Who answers may be asked for more; who does not is left alone.
            state = state.withoutAsked(Question.TITLES);
        }
        if (named.guessed()) {
            notes.add("I read \"" + Speech.oneLine(named.typed()) + "\" as " + speech.title(named.item()) + ".");
        }
        var attitude = waiting.isPresent() && waiting.get() instanceof Pending.WhichItem which
                ? which.attitude()
                : named.attitude();
        judge(named.item(), attitude == Attitude.NEUTRAL && !named.seen() ? Attitude.LIKE : attitude, named.seen());
    }

    private void judge(String item, Attitude attitude, boolean seen) {
        state = switch (attitude) {
            case LIKE -> state.like(item);
            case DISLIKE -> state.dislike(item);
            case NEUTRAL -> state.reject(item);
        };
        done.add((attitude == Attitude.LIKE
                        ? "liked "
                        : attitude == Attitude.DISLIKE ? "disliked " : seen ? "seen " : "not ")
                + speech.title(item));
    }

    private void must(Constraint constraint) {
        // The answer to "which genre would you rather?" is a leaning, not a rule for the rest of the conversation.
        if (waiting.isPresent()
                && waiting.get() instanceof Pending.WhichValue which
                && constraint instanceof Constraint.OneOf values
                && !values.negated()
                && values.attribute().equals(which.attribute())) {
            values.values().forEach(this::wish);
            return;
        }
        var merged = ConstraintMerge.add(catalog, state.constraints(), constraint);
        state = state.withConstraints(merged.constraints());
        done.add(constraint.text());
        merged.replaced().forEach(old -> notes.add("That replaces \"" + old.text() + "\"."));
    }

    private void wish(String text) {
        state = state.wish(text);
        done.add("wish: " + Speech.oneLine(text));
    }

    private void place(Piece.Place place) {
        if (waiting.isPresent() && place.attitude() == Attitude.NEUTRAL && !place.seen() && chosen(place.rank())) {
            return;
        }
        if (place.rank() < 1 || place.rank() > state.lastShown().size()) {
            notes.add("There is no number " + place.rank() + " in the last list.");
            unclear = true;
            return;
        }
        var item = state.lastShown().get(place.rank() - 1);
        var attitude = place.attitude() == Attitude.NEUTRAL && !place.seen() ? Attitude.LIKE : place.attitude();
        judge(item, attitude, place.seen());
    }

    /// A number as the answer to a question with options.
    private boolean chosen(int rank) {
        if (waiting.orElseThrow() instanceof Pending.WhichItem which
                && rank <= which.items().size()) {
            var attitude = which.attitude() == Attitude.NEUTRAL ? Attitude.LIKE : which.attitude();
            judge(which.items().get(rank - 1), attitude, false);
            return true;
        }
        if (waiting.orElseThrow() instanceof Pending.WhichValue which
                && rank <= which.values().size()) {
            wish(which.values().get(rank - 1));
            return true;
        }
        return false;
    }

    private void answer(boolean yes) {
        if (waiting.isPresent() && waiting.get() instanceof Pending.LikesItem likes) {
            judge(likes.item(), yes ? Attitude.LIKE : Attitude.DISLIKE, false);
        } else if (waiting.isPresent()
                && waiting.get() instanceof Pending.WhichItem which
                && yes
                && which.items().size() == 1) {
            judge(which.items().getFirst(), Attitude.LIKE, false);
        } else {
            done.add(yes ? "yes" : "no");
        }
    }

    private void criticised(Critique critique) {
        switch (critique) {
            case MORE_VARIETY -> state = state.withVariety(Math.max(0, state.variety()) + 1);
            case MORE_LIKE_LIKED -> state = state.withVariety(Math.min(0, state.variety()) - 1);
            case NEWER -> years(true);
            case OLDER -> years(false);
        }
        done.add(critique.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /// "More recent" is more recent than the middle of the last list, or of the catalogue where there is none.
    private void years(boolean newer) {
        var attribute = vocabulary.years();
        if (attribute.isEmpty()) {
            notes.add("These items have no year that I could go by.");
            return;
        }
        var from = state.lastShown().isEmpty()
                ? catalog.items()
                : state.lastShown().stream().map(catalog::item).toList();
        int[] years = numbers(from, attribute.get());
        int[] all = numbers(catalog.items(), attribute.get());
        if (years.length == 0) {
            notes.add("The last list has no years to compare with.");
            return;
        }
        int middle = years[years.length / 2];
        if (newer ? middle >= all[all.length - 1] : middle <= all[0]) {
            notes.add("There is nothing " + (newer ? "newer" : "older") + " than " + middle + ".");
            return;
        }
        must(
                newer
                        ? new Constraint.Range(attribute.get(), middle + 1, Integer.MAX_VALUE, false)
                        : new Constraint.Range(attribute.get(), Integer.MIN_VALUE, middle - 1, false));
    }

    private static int[] numbers(List<Item> items, String attribute) {
        return items.stream()
                .map(item -> Constraint.number(item, attribute))
                .filter(OptionalInt::isPresent)
                .flatMapToInt(number -> IntStream.of(number.getAsInt()))
                .sorted()
                .toArray();
    }
}
