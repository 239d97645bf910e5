package dev.sommelier.recommenders.rating;

import java.util.Arrays;

/// Ratings in order of rows, while a [RatingMatrix] is built.
final class RatingRows {
    private int[] users;
    private int[] items;
    private double[] values;
    private int size;

    /// @param capacity how many rows will come
    RatingRows(int capacity) {
        users = new int[capacity];
        items = new int[capacity];
        values = new double[capacity];
    }

    void add(int user, int item, double value) {
        users[size] = user;
        items[size] = item;
        values[size++] = value;
    }

    /// Drops every row that a later one of the same user and item replaces.
    void dropReplaced(int userCount, int itemCount) {
        var order = new double[size];
        Arrays.setAll(order, n -> n);
        var byUser = SparseRows.of(userCount, users, items, order);
        var keep = new boolean[size];
        var seenBy = new int[itemCount];
        Arrays.fill(seenBy, -1);
        for (int user = 0; user < userCount; user++) {
            for (int n = byUser.end(user) - 1; n >= byUser.start(user); n--) {
                keep[(int) byUser.value(n)] = seenBy[byUser.column(n)] != user;
                seenBy[byUser.column(n)] = user;
            }
        }
        int kept = 0;
        for (int n = 0; n < size; n++) {
            if (keep[n]) {
                users[kept] = users[n];
                items[kept] = items[n];
                values[kept++] = values[n];
            }
        }
        users = Arrays.copyOf(users, kept);
        items = Arrays.copyOf(items, kept);
        values = Arrays.copyOf(values, kept);
        size = kept;
    }

    int size() {
        return size;
    }

    int[] users() {
        return users;
    }

    int[] items() {
        return items;
    }

    double[] values() {
        return values;
    }

    double mean() {
        double sum = 0;
        for (int n = 0; n < size; n++) {
            sum += values[n];
        }
        return sum / size;
    }
}
