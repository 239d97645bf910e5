package dev.sommelier.core;

import java.util.List;

/// What a model learns from: the catalogue and one history for each user.
///
/// @param catalog the items; every event's item is in it
/// @param histories the users' histories in the order of the data set's users; users are distinct
public record TrainingSet(Catalog catalog, List<History> histories) {
    public TrainingSet {
        histories = List.copyOf(histories);
    }

    /// The number of events of all users together.
    public int interactions() {
        return histories.stream().mapToInt(history -> history.events().size()).sum();
    }
}
