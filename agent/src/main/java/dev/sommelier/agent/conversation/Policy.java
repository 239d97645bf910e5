package dev.sommelier.agent.conversation;

import java.util.Optional;

/// Decides whether to ask or to recommend. Deterministic.
@FunctionalInterface
public interface Policy {
    /// The bits that a question must be expected to gain before [#classic()] asks it. Half a bit is as much as halving
    /// the list for every second speaker.
    double ENOUGH = 0.5;

    /// @param state what is known
    /// @param list the list that would be shown
    /// @param questions what could be asked
    Move choose(DialogueState state, Recommendation list, Questions questions);

    /// Asks only what was measured to pay (docs/chat.md). What else was liked is asked beside every list for as long as
    /// it
    /// is answered with titles. While nothing is liked, there is nothing else to go by, and the best question is asked
    /// as in [#classic()]; once something is liked, answers about attributes and single items did not lead to the item
    /// that was wanted.
    static Policy paying() {
        return (state, list, questions) -> {
            var titles = questions.titles();
            if (titles.isEmpty()) {
                return state.liked().isEmpty()
                        ? classic().choose(state, list, questions)
                        : new Move.Recommend(Optional.empty());
            }
            return state.knowsNothing() ? new Move.Ask(titles.get()) : new Move.Recommend(titles);
        };
    }

    /// Asks beside the list where the best question is expected to gain [#ENOUGH] bits, and first where nothing is
    /// known.
    static Policy classic() {
        return asking(ENOUGH);
    }

    /// The same with another threshold.
    static Policy asking(double bits) {
        return (state, list, questions) -> {
            var paying = questions.best().filter(one -> one.gain() >= bits);
            return state.knowsNothing() && paying.isPresent() ? new Move.Ask(paying.get()) : new Move.Recommend(paying);
        };
    }

    /// Never asks.
    static Policy never() {
        return (state, list, questions) -> new Move.Recommend(Optional.empty());
    }

    /// Asks the best question in every turn, whatever it gains.
    static Policy always() {
        return (state, list, questions) -> new Move.Recommend(questions.best());
    }

    /// Asks the best question first and recommends in turns in which no question is left.
    static Policy questionsFirst() {
        return questionsFirst(Integer.MAX_VALUE);
    }

    /// Asks a number of questions first, fewer where none is left, and recommends from then on.
    ///
    /// @param most the most questions of a conversation
    static Policy questionsFirst(int most) {
        return (state, list, questions) -> Optional.of(questions)
                .filter(one -> state.asked().size() < most)
                .flatMap(Questions::best)
                .<Move>map(Move.Ask::new)
                .orElseGet(() -> new Move.Recommend(Optional.empty()));
    }
}
