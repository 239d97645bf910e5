package dev.sommelier.datasets.table;

import java.util.Arrays;
import java.util.List;

/// Collects the rows of an [InteractionTable]. For one thread.
public final class TableBuilder {
    private static final int FIRST_CAPACITY = 1024;

    private final Codes users = new Codes();
    private final Codes items = new Codes();
    private int[] user = new int[FIRST_CAPACITY];
    private int[] item = new int[FIRST_CAPACITY];
    private double[] rating = new double[FIRST_CAPACITY];
    private long[] time = new long[FIRST_CAPACITY];
    private byte[] part = new byte[FIRST_CAPACITY];
    private int size;

    /// Adds a row.
    ///
    /// @param userId never blank
    /// @param itemId never blank
    /// @param value finite; 1 where the data are implicit
    /// @param seconds since 1970-01-01 UTC; 0 where unknown
    /// @throws IllegalArgumentException if a value breaks its rule
    public void add(String userId, String itemId, double value, long seconds, Part of) {
        if (userId.isBlank() || itemId.isBlank()) {
            throw new IllegalArgumentException(
                    "user and item must not be blank: \"" + userId + "\", \"" + itemId + "\"");
        }
        append(users.code(userId), items.code(itemId), value, seconds, of);
    }

    /// Adds a row whose identifiers are whole numbers, which stand for their decimal text.
    ///
    /// @throws IllegalArgumentException if the rating is not finite
    public void add(long userId, long itemId, double value, long seconds, Part of) {
        append(users.code(userId), items.code(itemId), value, seconds, of);
    }

    private void append(int userCode, int itemCode, double value, long seconds, Part of) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "rating must be finite: user " + users.name(userCode) + ", item " + items.name(itemCode));
        }
        if (size == user.length) {
            grow();
        }
        user[size] = userCode;
        item[size] = itemCode;
        rating[size] = value;
        time[size] = seconds;
        part[size] = of.code();
        size++;
    }

    /// By half, which leaves less unused than doubling.
    private void grow() {
        int capacity = Math.addExact(size, size / 2);
        user = Arrays.copyOf(user, capacity);
        item = Arrays.copyOf(item, capacity);
        rating = Arrays.copyOf(rating, capacity);
        time = Arrays.copyOf(time, capacity);
        part = Arrays.copyOf(part, capacity);
    }

    /// The identifiers of the items so far.
    public List<String> itemIds() {
        return List.of(items.names());
    }

    /// The number of rows so far.
    public int size() {
        return size;
    }

    /// The table of all rows so far.
    public InteractionTable build() {
        return new InteractionTable(
                users.names(),
                items.names(),
                Arrays.copyOf(user, size),
                Arrays.copyOf(item, size),
                Arrays.copyOf(rating, size),
                Arrays.copyOf(time, size),
                Arrays.copyOf(part, size));
    }
}
