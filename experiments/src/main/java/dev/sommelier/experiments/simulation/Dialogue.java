package dev.sommelier.experiments.simulation;

import java.util.List;

/// How a simulated conversation went.
///
/// @param user who it was
/// @param lists the items shown by each reply, in order; a reply that only asked has none
/// @param successTurn the reply that showed the item, from 1; 0 where none did
/// @param successRank the place of the item among all items shown, from 1; 0 where it was not shown
/// @param gaveUp whether the user lost patience
/// @param questions the questions asked
/// @param answered the questions that were answered with an opinion
/// @param gain the sum of the questions' expected gains, in bits
/// @param violations shown items that break a constraint which was not given up aloud
/// @param unknownItems shown items that are not in the catalogue
/// @param opinions shown items that the user had an opinion on
/// @param nanos the time that each reply took
public record Dialogue(
        String user,
        List<List<String>> lists,
        int successTurn,
        int successRank,
        boolean gaveUp,
        int questions,
        int answered,
        double gain,
        int violations,
        int unknownItems,
        int opinions,
        List<Long> nanos) {
    public Dialogue {
        lists = lists.stream().map(List::copyOf).toList();
        nanos = List.copyOf(nanos);
    }

    /// Whether the item was among the first `items` shown.
    public boolean hit(int items) {
        return successRank > 0 && successRank <= items;
    }

    /// How many items were shown.
    public int shown() {
        return lists.stream().mapToInt(List::size).sum();
    }

    /// A prediction of satisfaction from 1 to 5 by rule: found at once 5, found later 4, not found but something of
    /// interest in the lists 3, nothing of interest 2, gave up 1.
    public int satisfaction() {
        if (successTurn > 0) {
            return successTurn <= 2 ? 5 : 4;
        }
        return gaveUp ? 1 : opinions > 0 ? 3 : 2;
    }
}
