package dev.sommelier.core;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a model learns from: the catalogue and one history for each user.
public final class TrainingSet {
    private final Catalog catalog;
    private final List<History> histories;
    private final Map<String, History> byUser;

    /// @param catalog the items; every event's item is in it
    /// @param histories the users' histories in the order of the data set's users; users are distinct
    public TrainingSet(Catalog catalog, List<History> histories) {
        this.catalog = catalog;
        this.histories = List.copyOf(histories);
        var map = HashMap.<String, History>newHashMap(histories.size());
        for (var history : histories) {
            if (map.put(history.user(), history) != null) {
                throw new IllegalArgumentException("user \"" + history.user() + "\" appears twice in the training set");
            }
        }
        this.byUser = Collections.unmodifiableMap(map);
    }

    /// The items.
    public Catalog catalog() {
        return catalog;
    }

    /// The users' histories in the order of the data set's users.
    public List<History> histories() {
        return histories;
    }

    /// One user's history.
    public Optional<History> history(String user) {
        return Optional.ofNullable(byUser.get(user));
    }

    /// The number of events of all users together.
    public int interactions() {
        return histories.stream().mapToInt(history -> history.events().size()).sum();
    }
}
