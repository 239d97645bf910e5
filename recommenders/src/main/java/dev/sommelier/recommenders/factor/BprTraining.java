package dev.sommelier.recommenders.factor;

import dev.sommelier.core.SommelierException;
import java.util.SplittableRandom;

/// A run of [Bpr], epoch by epoch. For one thread, which uses all threads of its fork-join pool.
///
/// An epoch visits every contact once, in a schedule that the seed and the data decide: users and items are dealt into
/// blocks ([Strata]); a stratum pairs each user block with one item block, and its cells run at the same time, because
/// none touches another's vectors; the strata follow one another. In a cell contacts are visited in random order, each
/// against the item of another contact of the same cell, which makes popular items frequent negatives; where the user
/// had contact with that item too, the step is skipped, as the Python library *implicit* does.
public final class BprTraining {
    private final Contacts contacts;
    private final BprOptions options;
    private final Factors users;
    private final Factors items;
    private final Strata strata;
    private final SplittableRandom random;
    private int epoch;

    private BprTraining(Contacts contacts, BprOptions options) {
        this.contacts = contacts;
        this.options = options;
        this.random = new SplittableRandom(options.seed());
        double half = 0.5 / options.factors();
        this.users = Factors.random(contacts.users(), options.factors() + 1, -half, half, random.split());
        this.items = Factors.random(contacts.items(), options.factors() + 1, -half, half, random.split());
        this.strata = new Strata(contacts);
        for (int user = 0; user < contacts.users(); user++) {
            users.data()[user * users.stride() + options.factors()] = 1;
        }
        forget(contacts.usersOfItems(), items, options.factors() + 1);
        forget(contacts.itemsOfUsers(), users, options.factors());
    }

    /// Starts a run.
    public static BprTraining start(Contacts contacts, BprOptions options) {
        return new BprTraining(contacts, options);
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
                    () -> new BprStep(options, options.factors(), users.stride()),
                    (step, block) -> visit(step, block * blocks + (block + shift) % blocks, seed));
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

    private void visit(BprStep step, int cell, long seed) {
        int start = strata.start(cell);
        int end = strata.start(cell + 1);
        var own = new SplittableRandom(seed + cell);
        shuffle(start, end, own);
        int stride = users.stride();
        for (int at = start; at < end; at++) {
            int user = strata.users()[at];
            int other = strata.items()[own.nextInt(start, end)];
            if (!contacts.itemsOfUsers().contains(user, other)) {
                step.move(users.data(), user * stride, items.data(), strata.items()[at] * stride, other * stride, true);
            }
        }
    }

    private void shuffle(int start, int end, SplittableRandom random) {
        for (int i = end - 1; i > start; i--) {
            int other = random.nextInt(start, i + 1);
            swap(strata.users(), i, other);
            swap(strata.items(), i, other);
        }
    }

    private static void swap(int[] values, int a, int b) {
        int value = values[a];
        values[a] = values[b];
        values[b] = value;
    }

    /// Rows without contacts are never visited: their random start would be noise in lists.
    private static void forget(Contacts.Side side, Factors factors, int numbers) {
        for (int row = 0; row < side.rows(); row++) {
            for (int f = 0; f < numbers && side.count(row) == 0; f++) {
                factors.data()[row * factors.stride() + f] = 0;
            }
        }
    }
}
