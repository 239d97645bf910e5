package dev.sommelier.experiments.simulation;

import dev.sommelier.agent.conversation.Policy;

/// A way to be recommended to.
///
/// @param name what tables call it
/// @param policy decides whether to ask
/// @param listLength the items of each list
/// @param turns the most replies
/// @param answers what the user answers from
/// @param toldAll whether the recommender knows the whole profile at once, as no conversation does: the upper end of
///     what telling can bring
public record Contender(String name, Policy policy, int listLength, int turns, Answers answers, boolean toldAll) {
    public Contender {
        if (listLength < 1 || turns < 1) {
            throw new IllegalArgumentException(
                    "list length and turns must be at least 1, got " + listLength + " and " + turns);
        }
    }

    /// A conversation whose user answers from a source.
    public static Contender conversation(String name, Policy policy, int listLength, int turns, Answers answers) {
        return new Contender(name, policy, listLength, turns, answers, false);
    }

    /// One list in one reply, as long as the lists of a conversation together.
    ///
    /// @param toldAll whether it knows the whole profile
    public static Contender singleList(String name, int items, boolean toldAll) {
        return new Contender(name, Policy.never(), items, 1, Answers.PROFILE, toldAll);
    }

    /// The most items that are shown.
    public int items() {
        return listLength * turns;
    }
}
