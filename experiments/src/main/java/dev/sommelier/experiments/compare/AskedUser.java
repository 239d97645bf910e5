package dev.sommelier.experiments.compare;

import java.util.List;

/// One user of a stage: what all contenders are asked, and what is true.
///
/// @param user the user's identifier
/// @param history how many events are known of the user
/// @param popularity how many users had contact with the held-out item in training
/// @param items the items to score, in the order to show them; empty where the whole catalogue is asked for
/// @param truth for ratings the held-out rating, for clicks 1 or 0, one for each item; empty for lists
/// @param relevant the held-out item
/// @param title the held-out item's title
/// @param recent the titles of the last known events, at most [#RECENT], oldest first
/// @param groups what slices call the held-out item, such as its genres
public record AskedUser(
        String user,
        int history,
        int popularity,
        List<String> items,
        List<Double> truth,
        String relevant,
        String title,
        List<String> recent,
        List<String> groups) {
    /// How many of the last events examples show.
    public static final int RECENT = 5;

    public AskedUser {
        items = List.copyOf(items);
        truth = List.copyOf(truth);
        recent = List.copyOf(recent);
        groups = List.copyOf(groups);
    }
}
