package dev.sommelier.evaluation.recommendation;

import java.util.Optional;
import java.util.stream.IntStream;

/// One user's list as item numbers, with what is known of the user. Immutable.
public final class UserList {
    private final int user;
    private final int[] items;
    private final UserItems training;
    private final UserItems test;
    private final Optional<JudgedList> judged;

    UserList(int user, int[] items, UserItems training, UserItems test) {
        this.user = user;
        this.items = items;
        this.training = training;
        this.test = test;
        this.judged =
                test.count(user) == 0 ? Optional.empty() : Optional.of(JudgedList.of(items, items.length, test, user));
    }

    /// How many items are listed.
    public int length() {
        return items.length;
    }

    /// How many are listed among the first `k`.
    public int length(int k) {
        return Math.min(k, items.length);
    }

    /// The item at a rank from 1.
    public int item(int rank) {
        return items[rank - 1];
    }

    /// The first `k` items, best first.
    public IntStream items(int k) {
        return IntStream.of(items).limit(k);
    }

    /// The user's training items.
    public IntStream seen() {
        return training.items(user);
    }

    /// How many training items the user has.
    public int seenCount() {
        return training.count(user);
    }

    /// Whether the user has the item in training.
    public boolean hasSeen(int item) {
        return training.has(user, item);
    }

    /// The user's relevant test items; none where the user has none.
    public IntStream relevant() {
        return test.items(user);
    }

    /// Whether the item is a relevant test item of the user.
    public boolean isRelevant(int item) {
        return test.has(user, item);
    }

    /// The list against the test items; empty where the user has none.
    public Optional<JudgedList> judged() {
        return judged;
    }
}
