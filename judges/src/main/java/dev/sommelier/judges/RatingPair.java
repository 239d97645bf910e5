package dev.sommelier.judges;

import dev.sommelier.core.History;

/// One rating to predict: a user's past, an item, and what the user said of it.
///
/// @param history what is known of the user; does not hold the item
/// @param item the item
/// @param truth the user's own rating, on the data set's scale
public record RatingPair(History history, String item, double truth) {
    public RatingPair {
        if (history.items().contains(item)) {
            throw new IllegalArgumentException("user " + history.user() + ": item " + item
                    + " is to be predicted but stands in the history already");
        }
    }
}
