package dev.sommelier.recommenders.factor;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The contacts of one epoch of [BprTraining], dealt into cells of a user block and an item block that are drawn anew
/// for each epoch.
///
/// Cells that share no block can be worked on at once without touching the same vector. How many blocks there are
/// depends on the data only.
final class Strata {
    private static final int MOST_BLOCKS = 16;

    /// A block of fewer users or items than this has too few negatives to choose from.
    private static final int SMALLEST_BLOCK = 64;

    private final Contacts contacts;
    private final int blocks;
    private final int[] blockOfUser;
    private final int[] blockOfItem;
    private final int[] starts;
    private final int[] users;
    private final int[] items;

    Strata(Contacts contacts) {
        this.contacts = contacts;
        this.blocks = Math.clamp(Math.min(contacts.users(), contacts.items()) / SMALLEST_BLOCK, 1, MOST_BLOCKS);
        this.blockOfUser = new int[contacts.users()];
        this.blockOfItem = new int[contacts.items()];
        this.starts = new int[blocks * blocks + 1];
        this.users = new int[contacts.size()];
        this.items = new int[contacts.size()];
    }

    /// The number of user blocks and of item blocks.
    int blocks() {
        return blocks;
    }

    /// Deals all contacts anew, in the order of users and items.
    void deal(SplittableRandom random) {
        deal(blockOfUser, random);
        deal(blockOfItem, random);
        Arrays.fill(starts, 0);
        var side = contacts.itemsOfUsers();
        for (int user = 0; user < side.rows(); user++) {
            int first = blockOfUser[user] * blocks + 1;
            for (int at = side.offsets()[user]; at < side.offsets()[user + 1]; at++) {
                starts[first + blockOfItem[side.ids()[at]]]++;
            }
        }
        for (int cell = 0; cell < blocks * blocks; cell++) {
            starts[cell + 1] += starts[cell];
        }
        int[] next = starts.clone();
        for (int user = 0; user < side.rows(); user++) {
            int first = blockOfUser[user] * blocks;
            for (int at = side.offsets()[user]; at < side.offsets()[user + 1]; at++) {
                int place = next[first + blockOfItem[side.ids()[at]]]++;
                users[place] = user;
                items[place] = side.ids()[at];
            }
        }
    }

    /// Where a cell's contacts start; they end where the next cell's start.
    int start(int cell) {
        return starts[cell];
    }

    /// The users of all contacts, cell after cell.
    int[] users() {
        return users;
    }

    /// The items of all contacts, cell after cell.
    int[] items() {
        return items;
    }

    private void deal(int[] blockOf, SplittableRandom random) {
        var order = new int[blockOf.length];
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        for (int i = 0; i < order.length; i++) {
            blockOf[order[i]] = i % blocks;
        }
    }
}
