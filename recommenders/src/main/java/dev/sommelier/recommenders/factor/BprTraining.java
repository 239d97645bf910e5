package dev.sommelier.recommenders.factor;

import dev.sommelier.core.SommelierException;
import dev.sommelier.recommenders.Workers;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A run of [Bpr], epoch by epoch. For one thread, which uses all threads of its fork-join pool.
///
/// An epoch visits every contact once, in a schedule that the seed and the data decide: users and items are dealt into
/// blocks ([Strata]); a stratum pairs each user block with one item block, and its cells run at the same time, because
/// none touches another's vectors; the strata follow one another. In a cell users are visited in random order and each
/// user's contacts in random order right after one another, so that the user's vector stays in the first-level cache;
/// each is held against the item of another contact of the same cell, which makes popular items frequent negatives.
/// Where the user had contact with that item too, the step is skipped, as the Python library *implicit* does.
public final class BprTraining {
    private final BprOptions options;
    private final RowKernels kernels;
    private final Factors users;
    private final Factors items;
    private final Strata strata;
    private final SplittableRandom random;
    private int epoch;

    BprTraining(Contacts contacts, BprOptions options, RowKernels kernels) {
        this.kernels = kernels;
        this.options = options;
        this.random = new SplittableRandom(options.seed());
        double half = 0.5 / options.factors();
        this.users = Factors.random(contacts.users(), options.factors() + 1, -half, half, random.split());
        this.items = Factors.random(contacts.items(), options.factors() + 1, -half, half, random.split());
        this.strata = new Strata(contacts);
        for (int user = 0; user < contacts.users(); user++) {
            users.data()[user * users.stride() + options.factors()] = 1;
        }
        var side = contacts.itemsOfUsers();
        forget(counts(side.ids(), contacts.items()), items, options.factors() + 1);
        forget(IntStream.range(0, side.rows()).map(side::count).toArray(), users, options.factors());
    }

    /// Starts a run.
    public static BprTraining start(Contacts contacts, BprOptions options) {
        return new BprTraining(contacts, options, RowKernels.fastest());
    }

    /// Visits every contact once.
    ///
    /// @throws SommelierException if the vectors have become infinite
    public void iterate() {
        epoch++;
        strata.deal(random.split());
        int blocks = strata.blocks();
        long seed = random.nextLong();
        for (int stratum = 0; stratum < blocks; stratum++) {
            int shift = stratum;
            Workers.run(
                    blocks,
                    () -> new Scratch(
                            new BprStep(options, options.factors(), users.stride(), kernels), new int[items.rows()]),
                    (scratch, block) -> visit(scratch, block * blocks + (block + shift) % blocks, seed));
        }
        if (!users.finite() || !items.finite()) {
            throw new SommelierException("BPR diverged in epoch " + epoch + " at learning rate "
                    + options.learningRate() + "; take a smaller learning rate, such as "
                    + options.learningRate() / 10);
        }
    }

    /// The users' vectors, which later epochs change; the last number of each is 1, for the items' bias.
    public Factors users() {
        return users;
    }

    /// The items' vectors, which later epochs change; the last number of each is its bias.
    public Factors items() {
        return items;
    }

    /// A thread's memory.
    ///
    /// @param contactOf for each item 1 + a user who had contact with it, of those last visited; an item of the user's
    ///     own contacts in the cell always has the user's
    @SuppressWarnings("ArrayRecordComponent") // a carrier inside this class, never compared
    private record Scratch(BprStep step, int[] contactOf) {}

    private void visit(Scratch scratch, int cell, long seed) {
        int start = strata.start(cell);
        int end = strata.start(cell + 1);
        var own = new SplittableRandom(seed + cell);
        int[] drawn = strata.items();
        for (int from = start; from < end; ) {
            int user = strata.users()[from];
            int to = from;
            for (; to < end && strata.users()[to] == user; to++) {
                scratch.contactOf()[drawn[to]] = user + 1;
            }
            shuffle(drawn, from, to, own);
            visit(scratch, user, from, to, start, end, own);
            from = to;
        }
    }

    /// Visits the contacts `from` to `to - 1`, all of one user, of the cell from `start` to `end - 1`.
    private void visit(Scratch scratch, int user, int from, int to, int start, int end, SplittableRandom own) {
        int stride = users.stride();
        int[] drawn = strata.items();
        scratch.step().take(users.data(), user * stride);
        for (int at = from; at < to; at++) {
            int other = drawn[own.nextInt(start, end)];
            if (scratch.contactOf()[other] != user + 1) {
                scratch.step().move(items.data(), drawn[at] * stride, other * stride, true);
            }
        }
        scratch.step().release(users.data(), user * stride);
    }

    private static void shuffle(int[] values, int start, int end, SplittableRandom random) {
        for (int i = end - 1; i > start; i--) {
            int other = random.nextInt(start, i + 1);
            int value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }

    /// Rows without contacts are never visited: their random start would be noise in lists.
    private static void forget(int[] contacts, Factors factors, int numbers) {
        for (int row = 0; row < contacts.length; row++) {
            for (int f = 0; f < numbers && contacts[row] == 0; f++) {
                factors.data()[row * factors.stride() + f] = 0;
            }
        }
    }

    private static int[] counts(int[] ids, int rows) {
        var counts = new int[rows];
        for (int id : ids) {
            counts[id]++;
        }
        return counts;
    }
}
