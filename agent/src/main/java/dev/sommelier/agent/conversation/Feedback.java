package dev.sommelier.agent.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A complaint about a turn, with the steps that led to it.
///
/// @param blame what was wrong
/// @param turn the number of the turn that it is about
/// @param note free words
/// @param steps that turn's steps of the kind that is blamed
public record Feedback(Blame blame, int turn, String note, List<Turn.Step> steps) {
    /// What can be wrong.
    public enum Blame {
        /// What was said was not understood.
        UNDERSTANDING("understand"),
        /// The wrong items.
        ITEMS("filter"),
        /// The right items in the wrong order.
        ORDER("rank");

        private final String step;

        Blame(String step) {
            this.step = step;
        }

        /// The step that is to blame.
        public String step() {
            return step;
        }

        /// The word that `/wrong` takes.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The kind with this word.
        public static Optional<Blame> of(String word) {
            return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }

    public Feedback {
        steps = List.copyOf(steps);
    }

    /// A complaint about a turn.
    static Feedback about(Turn turn, Blame blame, String note) {
        return new Feedback(
                blame,
                turn.number(),
                note,
                turn.steps().stream()
                        .filter(step -> step.name().equals(blame.step()))
                        .toList());
    }
}
