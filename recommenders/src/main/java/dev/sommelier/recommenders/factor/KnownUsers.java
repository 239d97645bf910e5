package dev.sommelier.recommenders.factor;

import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The users of training, each with the items that their trained vector stands for.
final class KnownUsers {
    private final List<String> names;
    private final Contacts contacts;
    private final Map<String, Integer> rows;

    KnownUsers(TrainingSet train, Contacts contacts) {
        this(train.histories().stream().map(History::user).toList(), contacts);
    }

    /// @param names as many as the contacts have users
    KnownUsers(List<String> names, Contacts contacts) {
        this.names = names;
        this.contacts = contacts;
        this.rows = HashMap.newHashMap(names.size());
        for (int user = 0; user < names.size(); user++) {
            rows.put(names.get(user), user);
        }
    }

    /// The users' names in the order of their rows.
    List<String> names() {
        return names;
    }

    /// What they had contact with.
    Contacts contacts() {
        return contacts;
    }

    /// The row of a user whose items are still those of training.
    ///
    /// @param positions ascending
    OptionalInt row(String user, int[] positions) {
        var row = rows.get(user);
        if (row == null) {
            return OptionalInt.empty();
        }
        var side = contacts.itemsOfUsers();
        boolean same =
                Arrays.equals(side.ids(), side.offsets()[row], side.offsets()[row + 1], positions, 0, positions.length);
        return same ? OptionalInt.of(row) : OptionalInt.empty();
    }
}
