package dev.sommelier.evaluation.recommendation;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/// Which items each user has, with ratings: rows of item numbers in ascending order, all in three flat arrays.
///
/// Immutable; safe for many threads.
public final class UserItems {
    private final int[] starts;
    private final int[] items;
    private final double[] ratings;

    private UserItems(int[] starts, int[] items, double[] ratings) {
        this.starts = starts;
        this.items = items;
        this.ratings = ratings;
    }

    /// Collects pairs in any order.
    public static final class Builder {
        private final int users;
        private int[] user = new int[16];
        private int[] item = new int[16];
        private double[] rating = new double[16];
        private int size;

        private Builder(int users) {
            this.users = users;
        }

        /// Adds a pair; the highest rating of equal pairs counts.
        ///
        /// @param user from 0 to before the number of users
        /// @param item from 0
        public Builder add(int user, int item, double rating) {
            Objects.checkIndex(user, users);
            Objects.checkIndex(item, Integer.MAX_VALUE);
            if (size == this.user.length) {
                this.user = Arrays.copyOf(this.user, 2 * size);
                this.item = Arrays.copyOf(this.item, 2 * size);
                this.rating = Arrays.copyOf(this.rating, 2 * size);
            }
            this.user[size] = user;
            this.item[size] = item;
            this.rating[size++] = rating;
            return this;
        }

        /// The rows.
        public UserItems build() {
            var rows = new int[users + 1];
            for (int i = 0; i < size; i++) {
                rows[user[i] + 1]++;
            }
            Arrays.parallelPrefix(rows, Integer::sum);
            var next = Arrays.copyOf(rows, users);
            var order = new int[size];
            for (int i = 0; i < size; i++) {
                order[next[user[i]]++] = i;
            }
            return sorted(rows, order);
        }

        private UserItems sorted(int[] rows, int[] order) {
            var starts = new int[users + 1];
            var items = new int[size];
            var ratings = new double[size];
            int at = 0;
            for (int u = 0; u < users; u++) {
                var row = IntStream.range(rows[u], rows[u + 1])
                        .mapToObj(i -> order[i])
                        .sorted((a, b) -> item[a] == item[b]
                                ? Double.compare(rating[b], rating[a])
                                : Integer.compare(item[a], item[b]))
                        .toList();
                for (int entry : row) {
                    if (at == starts[u] || items[at - 1] != item[entry]) {
                        items[at] = item[entry];
                        ratings[at++] = rating[entry];
                    }
                }
                starts[u + 1] = at;
            }
            return new UserItems(starts, Arrays.copyOf(items, at), Arrays.copyOf(ratings, at));
        }
    }

    /// Starts to collect.
    ///
    /// @param users how many rows there are
    public static Builder builder(int users) {
        return new Builder(users);
    }

    /// How many users there are, those without an item included.
    public int users() {
        return starts.length - 1;
    }

    /// How many pairs there are.
    public int size() {
        return items.length;
    }

    /// How many items a user has.
    public int count(int user) {
        return starts[user + 1] - starts[user];
    }

    /// A user's items, ascending.
    public IntStream items(int user) {
        return Arrays.stream(items, starts[user], starts[user + 1]);
    }

    /// Whether a user has an item.
    public boolean has(int user, int item) {
        return find(user, item) >= 0;
    }

    /// The place of a pair, for [#rating(int)]; negative where there is none.
    int find(int user, int item) {
        return Arrays.binarySearch(items, starts[user], starts[user + 1], item);
    }

    double rating(int place) {
        return ratings[place];
    }

    /// A copy of a user's ratings, in the order of the items.
    double[] ratings(int user) {
        return Arrays.copyOfRange(ratings, starts[user], starts[user + 1]);
    }

    /// Marks a user's items in a row of scores as not to be listed.
    void exclude(int user, double[] scores) {
        for (int i = starts[user]; i < starts[user + 1]; i++) {
            scores[items[i]] = Double.NEGATIVE_INFINITY;
        }
    }
}
