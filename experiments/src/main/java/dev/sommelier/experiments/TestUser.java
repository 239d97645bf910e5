package dev.sommelier.experiments;

import dev.sommelier.core.History;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.Split;
import java.util.List;
import java.util.Set;

/// A user to recommend for, with the items that were held out.
///
/// @param history what the contenders see
/// @param relevant the held-out items, at least one, none of them in the history
public record TestUser(History history, Set<String> relevant) {
    public TestUser {
        relevant = Set.copyOf(relevant);
        if (relevant.isEmpty()) {
            throw new IllegalArgumentException("user " + history.user() + " has no held-out item");
        }
    }

    /// The user's identifier.
    public String user() {
        return history.user();
    }

    /// Every user with a held-out test item, in the split's order.
    public static List<TestUser> all(Split split) {
        return of(split, List.copyOf(split.test().keySet()));
    }

    /// These users with their held-out test items, in the given order.
    ///
    /// @throws SommelierException if a user has no test item
    public static List<TestUser> of(Split split, List<String> users) {
        return users.stream()
                .map(user -> {
                    var held = split.test().get(user);
                    if (held == null) {
                        throw new SommelierException("User \"" + user
                                + "\" has no held-out test item; choose one of the split's test users.");
                    }
                    return new TestUser(split.historyBeforeTest(user), Set.of(held.item()));
                })
                .toList();
    }
}
