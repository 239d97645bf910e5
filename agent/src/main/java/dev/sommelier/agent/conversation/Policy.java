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
    /// @param question the best question, where there is one
    Move choose(DialogueState state, Recommendation list, Optional<Question> question);

    /// Asks beside the list where the best question is expected to gain [#ENOUGH] bits, and first where nothing is
    /// known.
    static Policy classic() {
        return asking(ENOUGH);
    }

    /// The same with another threshold.
    static Policy asking(double bits) {
        return (state, list, question) -> {
            var paying = question.filter(one -> one.gain() >= bits);
            return state.knowsNothing() && paying.isPresent() ? new Move.Ask(paying.get()) : new Move.Recommend(paying);
        };
    }

    /// Never asks.
    static Policy never() {
        return (state, list, question) -> new Move.Recommend(Optional.empty());
    }

    /// Asks the best question in every turn, whatever it gains.
    static Policy always() {
        return (state, list, question) -> new Move.Recommend(question);
    }

    /// Asks the best question first and recommends in turns in which no question is left.
    static Policy questionsFirst() {
        return questionsFirst(Integer.MAX_VALUE);
    }

    /// Asks a number of questions first, fewer where none is left, and recommends from then on.
    ///
    /// @param most the most questions of a conversation
    static Policy questionsFirst(int most) {
        return (state, list, question) -> question.filter(one -> state.asked().size() < most)
                .<Move>map(Move.Ask::new)
                .orElseGet(() -> new Move.Recommend(Optional.empty()));
    }
}
