package dev.sommelier.core;

/// One user's contact with one item, as a data file states it.
///
/// @param user the user's identifier
/// @param item the item's identifier
/// @param rating the rating on the data set's scale; 1 where the data are implicit
/// @param time seconds since 1970-01-01 UTC; 0 where unknown
public record Interaction(String user, String item, double rating, long time) {
    public Interaction {
        if (user.isBlank() || item.isBlank()) {
            throw new IllegalArgumentException("user and item must not be blank: \"" + user + "\", \"" + item + "\"");
        }
        if (!Double.isFinite(rating)) {
            throw new IllegalArgumentException("rating must be finite: user " + user + ", item " + item);
        }
    }

    /// The same contact without its user.
    public Event event() {
        return new Event(item, rating, time);
    }
}
