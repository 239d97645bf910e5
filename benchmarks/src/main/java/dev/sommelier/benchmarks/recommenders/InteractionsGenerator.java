package dev.sommelier.benchmarks.recommenders;

import dev.sommelier.recommenders.factor.Contacts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Contacts in the shape of MovieLens 20M: 138,000 users with lognormal activity (sigma 1.2), 27,000 items drawn by
/// Zipf's law with exponent .9, 9.85 million distinct contacts. One seed gives one data set.
final class InteractionsGenerator {
    private static final int USERS = 138_000;
    static final int ITEMS = 27_000;
    private static final int CONTACTS = 9_850_000;
    private static final double SIGMA = 1.2;
    private static final double EXPONENT = 0.9;

    private final SplittableRandom random = new SplittableRandom(20261124);
    private final int[] itemOfRank;
    private final double[] cumulated = new double[ITEMS];

    private InteractionsGenerator() {
        itemOfRank = shuffled(ITEMS);
        double sum = 0;
        for (int rank = 0; rank < ITEMS; rank++) {
            sum += Math.pow(rank + 1, -EXPONENT);
            cumulated[rank] = sum;
        }
    }

    /// Writes `offsets.int32` (one more than users) and `items.int32`, little-endian.
    ///
    /// @param share of the users, and so about of the contacts; 1 for the whole
    static void write(Path folder, double share) throws IOException {
        var generator = new InteractionsGenerator();
        int users = (int) (USERS * share);
        int[] counts = generator.counts(users, (int) (CONTACTS * share));
        var offsets = new int[users + 1];
        for (int user = 0; user < users; user++) {
            offsets[user + 1] = offsets[user] + counts[user];
        }
        var items = new int[offsets[users]];
        for (int user = 0; user < users; user++) {
            generator.draw(items, offsets[user], offsets[user + 1]);
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("offsets.int32"), bytes(offsets));
        Files.write(folder.resolve("items.int32"), bytes(items));
    }

    /// Reads what [#write] wrote.
    static Contacts read(Path folder) throws IOException {
        return Contacts.of(ints(folder.resolve("offsets.int32")), ints(folder.resolve("items.int32")), ITEMS);
    }

    /// The items of the first users of what [#write] wrote.
    static int[][] itemsOfFirstUsers(Path folder, int users) throws IOException {
        int[] offsets = ints(folder.resolve("offsets.int32"));
        int[] items = ints(folder.resolve("items.int32"));
        var rows = new int[users][];
        for (int user = 0; user < users; user++) {
            rows[user] = Arrays.copyOfRange(items, offsets[user], offsets[user + 1]);
        }
        return rows;
    }

    private int[] counts(int users, int contacts) {
        var weights = new double[users];
        double sum = 0;
        for (int user = 0; user < users; user++) {
            weights[user] = Math.exp(SIGMA * random.nextGaussian());
            sum += weights[user];
        }
        var counts = new int[users];
        double before = 0;
        for (int user = 0; user < users; user++) {
            // Everybody has one contact; the others are dealt by activity, the rounding carried along.
            double after = before + (contacts - users) * weights[user] / sum;
            counts[user] = Math.min(1 + (int) (Math.floor(after) - Math.floor(before)), ITEMS / 2);
            before = after;
        }
        return counts;
    }

    private void draw(int[] items, int from, int to) {
        var taken = new boolean[ITEMS];
        for (int at = from; at < to; ) {
            int rank = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[ITEMS - 1]);
            int item = itemOfRank[Math.min(rank < 0 ? -rank - 1 : rank, ITEMS - 1)];
            if (!taken[item]) {
                taken[item] = true;
                items[at++] = item;
            }
        }
        Arrays.sort(items, from, to);
    }

    private int[] shuffled(int count) {
        var order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private static byte[] bytes(int[] values) {
        var buffer = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(values);
        return buffer.array();
    }

    private static int[] ints(Path file) throws IOException {
        var buffer = ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
        var values = new int[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
