package dev.sommelier.evaluation.recommendation;

/// What counts where data are incomplete; every result names its policies.
///
/// @param usersWithoutTest users who get a list but have no relevant test item
/// @param emptyLists users with test items whose list is missing, or empty after items were dropped
/// @param unknownItems listed items that training lacks
/// @param seenItems listed items that the user has in training
/// @param repeatedItems items that one list holds more than once
/// @param relevantFrom the lowest test rating that makes an item relevant; negative infinity where every test item is
public record Policies(
        UsersWithoutTest usersWithoutTest,
        EmptyLists emptyLists,
        ListedItems unknownItems,
        ListedItems seenItems,
        RepeatedItems repeatedItems,
        double relevantFrom) {
    /// Users who get a list but have no relevant test item.
    public enum UsersWithoutTest {
        /// They are left out of every figure, and counted.
        LEFT_OUT,
        /// They score 0 on accuracy and count everywhere else.
        ZERO
    }

    /// Users with test items but nothing listed.
    public enum EmptyLists {
        /// They score 0 on accuracy; metrics that are undefined for an empty list leave them out.
        ZERO,
        /// They are left out of every figure, and counted.
        LEFT_OUT
    }

    /// Listed items that break an expectation.
    public enum ListedItems {
        /// They are dropped before the cut, later items move up.
        DROPPED,
        /// They keep their places.
        KEPT
    }

    /// Items that one list holds more than once.
    public enum RepeatedItems {
        /// They are an error.
        REFUSED,
        /// All but the first are dropped before the cut.
        DROPPED,
        /// They keep their places, and a repeated hit counts again, so that values above 1 are possible.
        KEPT
    }

    public Policies {
        if (Double.isNaN(relevantFrom)) {
            throw new IllegalArgumentException("relevantFrom must be a number, got NaN");
        }
    }

    /// The usual ones: users without test items are left out, empty lists score 0, unknown and seen items are dropped
    /// before the cut, a repeated item is an error, every test item is relevant.
    public static Policies usual() {
        return new Policies(
                UsersWithoutTest.LEFT_OUT,
                EmptyLists.ZERO,
                ListedItems.DROPPED,
                ListedItems.DROPPED,
                RepeatedItems.REFUSED,
                Double.NEGATIVE_INFINITY);
    }

    /// What Elliot does: the usual ones, but repeated items keep their places.
    public static Policies elliot() {
        return usual().withRepeatedItems(RepeatedItems.KEPT);
    }

    /// Lists as they stand: nothing is dropped, a repeated item is an error.
    public static Policies asListed() {
        return usual().withUnknownItems(ListedItems.KEPT).withSeenItems(ListedItems.KEPT);
    }

    /// With other treatment of users without test items.
    public Policies withUsersWithoutTest(UsersWithoutTest other) {
        return new Policies(other, emptyLists, unknownItems, seenItems, repeatedItems, relevantFrom);
    }

    /// With other treatment of empty lists.
    public Policies withEmptyLists(EmptyLists other) {
        return new Policies(usersWithoutTest, other, unknownItems, seenItems, repeatedItems, relevantFrom);
    }

    /// With other treatment of items that training lacks.
    public Policies withUnknownItems(ListedItems other) {
        return new Policies(usersWithoutTest, emptyLists, other, seenItems, repeatedItems, relevantFrom);
    }

    /// With other treatment of items that the user has in training.
    public Policies withSeenItems(ListedItems other) {
        return new Policies(usersWithoutTest, emptyLists, unknownItems, other, repeatedItems, relevantFrom);
    }

    /// With other treatment of repeated items.
    public Policies withRepeatedItems(RepeatedItems other) {
        return new Policies(usersWithoutTest, emptyLists, unknownItems, seenItems, other, relevantFrom);
    }

    /// With another lowest relevant rating.
    public Policies withRelevantFrom(double other) {
        return new Policies(usersWithoutTest, emptyLists, unknownItems, seenItems, repeatedItems, other);
    }
}
