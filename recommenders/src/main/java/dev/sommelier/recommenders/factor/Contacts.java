package dev.sommelier.recommenders.factor;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import java.util.Arrays;
import java.util.Optional;

/// Who had contact with what, as two compressed sparse matrices of four bytes a contact: the items of each user and
/// the users of each item, both ascending; the second is made when a model asks for it. Ratings and repetitions are
/// ignored.
///
/// Immutable and safe for use by several threads.
public final class Contacts {
    private final Side users;
    private final int count;
    private Optional<Side> items = Optional.empty();

    private Contacts(Side users, int count) {
        this.users = users;
        this.count = count;
    }

    /// One orientation of the matrix.
    static final class Side {
        private final int[] offsets;
        private final int[] ids;

        Side(int[] offsets, int[] ids) {
            this.offsets = offsets;
            this.ids = ids;
        }

        /// Where each row starts in [#ids()]; one more than there are rows.
        int[] offsets() {
            return offsets;
        }

        /// The columns of all rows, row after row, ascending in each.
        int[] ids() {
            return ids;
        }

        int rows() {
            return offsets.length - 1;
        }

        int count(int row) {
            return offsets[row + 1] - offsets[row];
        }

        /// Whether a row has a column.
        boolean contains(int row, int column) {
            return Arrays.binarySearch(ids, offsets[row], offsets[row + 1], column) >= 0;
        }
    }

    /// The contacts of a training set, users in its order, items in catalogue order.
    public static Contacts of(TrainingSet train) {
        var histories = train.histories();
        var offsets = new int[histories.size() + 1];
        var ids = new int[train.interactions()];
        for (int user = 0; user < histories.size(); user++) {
            int[] row = positions(train.catalog(), histories.get(user));
            System.arraycopy(row, 0, ids, offsets[user], row.length);
            offsets[user + 1] = offsets[user] + row.length;
        }
        return of(
                offsets,
                Arrays.copyOf(ids, offsets[histories.size()]),
                train.catalog().size());
    }

    /// Contacts that are already sorted. The arrays are kept, not copied.
    ///
    /// @param offsets where each user's items start in `ids`; one more than there are users
    /// @param ids item positions from 0 to `items - 1`, ascending and distinct for each user
    public static Contacts of(int[] offsets, int[] ids, int items) {
        var users = new Side(offsets, ids);
        for (int user = 0; user < users.rows(); user++) {
            for (int at = offsets[user]; at < offsets[user + 1]; at++) {
                if (ids[at] < 0 || ids[at] >= items || (at > offsets[user] && ids[at] <= ids[at - 1])) {
                    throw new IllegalArgumentException("a user's items must ascend from 0 to " + (items - 1) + ", user "
                            + user + " has " + ids[at] + " at place " + (at - offsets[user]));
                }
            }
        }
        return new Contacts(users, items);
    }

    /// The number of users.
    public int users() {
        return users.rows();
    }

    /// The number of items.
    public int items() {
        return count;
    }

    /// The number of distinct contacts.
    public int size() {
        return users.ids().length;
    }

    /// The items of each user.
    Side itemsOfUsers() {
        return users;
    }

    /// The users of each item, made when it is first asked for: not every model needs it.
    synchronized Side usersOfItems() {
        if (items.isEmpty()) {
            items = Optional.of(transpose(users, count));
        }
        return items.get();
    }

    /// The distinct positions of a history's items, ascending, so that no sum depends on the order of events.
    ///
    /// @throws IllegalArgumentException if the history names an unknown item
    static int[] positions(Catalog catalog, History history) {
        return history.events().stream()
                .mapToInt(event -> catalog.position(event.item()))
                .sorted()
                .distinct()
                .toArray();
    }

    private static Side transpose(Side side, int columns) {
        var offsets = new int[columns + 1];
        for (int id : side.ids()) {
            offsets[id + 1]++;
        }
        for (int column = 0; column < columns; column++) {
            offsets[column + 1] += offsets[column];
        }
        var next = Arrays.copyOf(offsets, columns);
        var ids = new int[side.ids().length];
        for (int row = 0; row < side.rows(); row++) {
            for (int at = side.offsets()[row]; at < side.offsets()[row + 1]; at++) {
                ids[next[side.ids()[at]]++] = row;
            }
        }
        return new Side(offsets, ids);
    }
}
