package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.Workers;
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
    private final int[] blockOfItem;
    private final int[] starts;
    private final int[] users;
    private final int[] items;

    Strata(Contacts contacts) {
        this.contacts = contacts;
        this.blocks = Math.clamp(Math.min(contacts.users(), contacts.items()) / SMALLEST_BLOCK, 1, MOST_BLOCKS);
        this.blockOfItem = new int[contacts.items()];
        this.starts = new int[blocks * blocks + 1];
        this.users = new int[contacts.size()];
        this.items = new int[contacts.size()];
    }

    /// The number of user blocks and of item blocks.
    int blocks() {
        return blocks;
    }

    /// Deals all contacts anew; in a cell a user's contacts are neighbours, users in the order drawn.
    void deal(SplittableRandom random) {
        int[] order = permutation(contacts.users(), random);
        int[] drawn = permutation(contacts.items(), random);
        for (int i = 0; i < drawn.length; i++) {
            blockOfItem[drawn[i]] = i % blocks;
        }
        var side = contacts.itemsOfUsers();
        var counts = new int[blocks][blocks];
        Workers.run(blocks, () -> side, (none, block) -> {
            for (int i = block; i < order.length; i += blocks) {
                for (int at = side.offsets()[order[i]]; at < side.offsets()[order[i] + 1]; at++) {
                    counts[block][blockOfItem[side.ids()[at]]]++;
                }
            }
        });
        for (int cell = 0; cell < blocks * blocks; cell++) {
            starts[cell + 1] = starts[cell] + counts[cell / blocks][cell % blocks];
        }
        Workers.run(blocks, () -> side, (none, block) -> {
            int[] next = Arrays.copyOfRange(starts, block * blocks, (block + 1) * blocks);
            for (int i = block; i < order.length; i += blocks) {
                for (int at = side.offsets()[order[i]]; at < side.offsets()[order[i] + 1]; at++) {
                    int place = next[blockOfItem[side.ids()[at]]]++;
                    users[place] = order[i];
                    items[place] = side.ids()[at];
                }
            }
        });
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

    private static int[] permutation(int count, SplittableRandom random) {
        var order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
