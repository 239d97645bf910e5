package dev.sommelier.datasets.table;

import dev.sommelier.core.Interaction;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/// Interactions in columns, in file order: 25 bytes a row, and each identifier once. As a list it makes a record of the
/// row that is asked for.
///
/// Users and items have codes from 0, in order of first appearance. Immutable and safe for many threads.
public final class InteractionTable extends AbstractList<Interaction> implements RandomAccess {
    private final String[] users;
    private final String[] items;
    private final int[] user;
    private final int[] item;
    private final double[] rating;
    private final long[] time;
    private final byte[] part;

    InteractionTable(
            String[] users, String[] items, int[] user, int[] item, double[] rating, long[] time, byte[] part) {
        this.users = users;
        this.items = items;
        this.user = user;
        this.item = item;
        this.rating = rating;
        this.time = time;
        this.part = part;
    }

    /// The same interactions in columns; a table is given back as it is.
    public static InteractionTable of(List<Interaction> interactions) {
        if (interactions instanceof InteractionTable table) {
            return table;
        }
        var builder = new TableBuilder();
        interactions.forEach(one -> builder.add(one.user(), one.item(), one.rating(), one.time(), Part.TRAIN));
        return builder.build();
    }

    @Override
    public int size() {
        return user.length;
    }

    @Override
    public Interaction get(int row) {
        Objects.checkIndex(row, user.length);
        return new Interaction(users[user[row]], items[item[row]], rating[row], time[row]);
    }

    /// The identifiers of the users, by code.
    public List<String> users() {
        return Collections.unmodifiableList(Arrays.asList(users));
    }

    /// The identifiers of the items that have an interaction, by code.
    public List<String> items() {
        return Collections.unmodifiableList(Arrays.asList(items));
    }

    /// The code of a row's user.
    public int user(int row) {
        return user[row];
    }

    /// The code of a row's item.
    public int item(int row) {
        return item[row];
    }

    /// The rating of a row.
    public double rating(int row) {
        return rating[row];
    }

    /// The time of a row, seconds since 1970-01-01 UTC; 0 where unknown.
    public long time(int row) {
        return time[row];
    }

    /// The part of a published split that a row belongs to.
    public Part part(int row) {
        return Part.of(part[row]);
    }

    /// Whether a split was published with the data.
    public boolean hasParts() {
        for (byte one : part) {
            if (one != 0) {
                return true;
            }
        }
        return false;
    }

    /// The number of interactions of each user, by code.
    public int[] userCounts() {
        return counts(user, users.length);
    }

    /// The number of interactions of each item, by code.
    public int[] itemCounts() {
        return counts(item, items.length);
    }

    private static int[] counts(int[] codes, int size) {
        var counts = new int[size];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }

    /// Some of the rows in the order given; users and items without any left are gone.
    public InteractionTable select(int[] rows) {
        var newUser = new Recoding(users);
        var newItem = new Recoding(items);
        int n = rows.length;
        var selectedUser = new int[n];
        var selectedItem = new int[n];
        var selectedRating = new double[n];
        var selectedTime = new long[n];
        var selectedPart = new byte[n];
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            selectedUser[i] = newUser.code(user[row]);
            selectedItem[i] = newItem.code(item[row]);
            selectedRating[i] = rating[row];
            selectedTime[i] = time[row];
            selectedPart[i] = part[row];
        }
        return new InteractionTable(
                newUser.names(),
                newItem.names(),
                selectedUser,
                selectedItem,
                selectedRating,
                selectedTime,
                selectedPart);
    }

    /// The same rows with other ratings.
    ///
    /// @param ratings one for each row
    public InteractionTable withRatings(double[] ratings) {
        if (ratings.length != rating.length) {
            throw new IllegalArgumentException(
                    "expected one rating for each of " + rating.length + " rows, got " + ratings.length);
        }
        return new InteractionTable(users, items, user, item, ratings.clone(), time, part);
    }

    /// The rows of each user, oldest first.
    public UserRows byUser() {
        return UserRows.of(users.length, user, time);
    }

    /// New codes in order of first appearance.
    private static final class Recoding {
        private final String[] old;
        private final int[] codes;
        private final String[] names;
        private int size;

        Recoding(String[] old) {
            this.old = old;
            this.codes = new int[old.length];
            this.names = new String[old.length];
        }

        int code(int before) {
            if (codes[before] == 0) {
                names[size] = old[before];
                codes[before] = ++size;
            }
            return codes[before] - 1;
        }

        String[] names() {
            return Arrays.copyOf(names, size);
        }
    }
}
