package dev.sommelier.datasets.table;

import java.util.Arrays;
import java.util.Comparator;

/// The rows of each user in order of time, equal times in file order. Immutable and safe for many threads.
public final class UserRows {
    private final int[] starts;
    private final int[] rows;

    private UserRows(int[] starts, int[] rows) {
        this.starts = starts;
        this.rows = rows;
    }

    static UserRows of(int users, int[] user, long[] time) {
        var starts = new int[users + 1];
        for (int code : user) {
            starts[code + 1]++;
        }
        for (int i = 0; i < users; i++) {
            starts[i + 1] += starts[i];
        }
        var next = Arrays.copyOf(starts, users);
        var rows = new int[user.length];
        for (int row = 0; row < user.length; row++) {
            rows[next[user[row]]++] = row;
        }
        for (int i = 0; i < users; i++) {
            sort(rows, starts[i], starts[i + 1], time);
        }
        return new UserRows(starts, rows);
    }

    /// Most files have each user's rows in order already.
    private static void sort(int[] rows, int from, int to, long[] time) {
        boolean sorted = true;
        for (int i = from + 1; i < to && sorted; i++) {
            sorted = time[rows[i - 1]] <= time[rows[i]];
        }
        if (sorted) {
            return;
        }
        var boxed = new Integer[to - from];
        for (int i = from; i < to; i++) {
            boxed[i - from] = rows[i];
        }
        Arrays.sort(boxed, Comparator.comparingLong(row -> time[row]));
        for (int i = from; i < to; i++) {
            rows[i] = boxed[i - from];
        }
    }

    /// The number of users.
    public int users() {
        return starts.length - 1;
    }

    /// The number of a user's rows.
    ///
    /// @param user the user's code
    public int count(int user) {
        return starts[user + 1] - starts[user];
    }

    /// A user's rows, oldest first.
    ///
    /// @param user the user's code
    public int[] rows(int user) {
        return Arrays.copyOfRange(rows, starts[user], starts[user + 1]);
    }
}
