package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Item vectors in the form in which all of them are scored: panels of 16 items, each holding the first factor of its
/// items, then the second, and so on.
///
/// The best items of a batch of users are found exactly and in one pass: a panel is multiplied with four users at a
/// time while it is in the cache, and only scores that beat a user's worst kept one are looked at again. A score is the
/// sum over the factors in their order, whichever way it is asked for.
///
/// [FactorRecommender] is the way in for histories and catalogues; this one is for those who have vectors and
/// positions.
/// Immutable and safe for use by several threads.
public final class ItemScan {
    private static final int WIDTH = Kernels.WIDTH;

    /// Users of a task: their vectors stay in the second-level cache.
    private static final int USERS = 64;

    private final Kernels kernels;
    private final int stride;
    private final int[] positions;
    private final float[] panels;

    private ItemScan(Kernels kernels, int stride, int[] positions, float[] panels) {
        this.kernels = kernels;
        this.stride = stride;
        this.positions = positions;
        this.panels = panels;
    }

    /// All items.
    public static ItemScan of(Factors items) {
        return of(items, Kernels.fastest());
    }

    static ItemScan of(Factors items, Kernels kernels) {
        return of(items, IntStream.range(0, items.rows()).toArray(), kernels);
    }

    /// Some items only.
    ///
    /// @param positions rows of `items`, ascending
    static ItemScan of(Factors items, int[] positions, Kernels kernels) {
        int stride = items.stride();
        long size = (positions.length + WIDTH - 1L) / WIDTH * WIDTH * stride;
        var panels = new float[Math.toIntExact(size)];
        for (int i = 0; i < positions.length; i++) {
            int to = i / WIDTH * WIDTH * stride + i % WIDTH;
            for (int f = 0; f < stride; f++) {
                panels[to + f * WIDTH] = items.data()[positions[i] * stride + f];
            }
        }
        return new ItemScan(kernels, stride, positions, panels);
    }

    /// The number of items.
    int size() {
        return positions.length;
    }

    /// The scores of all items of this scan, in order, after which come scores of padding.
    ///
    float[] scores(float[] user) {
        int count = (positions.length + WIDTH - 1) / WIDTH;
        var scores = new float[count * WIDTH];
        kernels.addRows(panels, 0, stride * WIDTH, count, user, 0, user.length, scores, 0);
        return scores;
    }

    /// The positions of the best items of each user, best first, equal scores in the order of positions.
    ///
    /// @param users vectors as long as the items'
    /// @param seen for each user the positions to leave out, ascending
    /// @param k the number of items wanted; a list is shorter only where fewer are left
    public int[][] bestPositions(float[][] users, int[][] seen, int k) {
        if (users.length != seen.length) {
            throw new IllegalArgumentException(
                    "each user needs its seen items, got " + users.length + " users and " + seen.length);
        }
        var best = best(users, seen, k);
        var positions = new int[users.length][];
        for (int u = 0; u < users.length; u++) {
            positions[u] = best[u].drainPositions();
        }
        return positions;
    }

    /// The best items of each user, equal scores in the order of positions.
    ///
    /// @param users vectors as long as the items'
    /// @param seen for each user the positions to leave out, ascending
    BestItems[] best(float[][] users, int[][] seen, int k) {
        var best = new BestItems[users.length];
        for (int u = 0; u < users.length; u++) {
            best[u] = new BestItems(Math.min(k, positions.length), seen[u]);
        }
        if (users.length == 1) {
            offer(best[0], scores(users[0]), 0, 0, positions.length);
            return best;
        }
        int tasks = (users.length + USERS - 1) / USERS;
        Workers.run(tasks, () -> new float[USERS * stride + Kernels.FOUR * WIDTH], (scratch, task) -> {
            int from = task * USERS;
            scan(users, best, from, Math.min(from + USERS, users.length), scratch);
        });
        return best;
    }

    private void scan(float[][] users, BestItems[] best, int from, int to, float[] scratch) {
        int block = USERS * stride;
        Arrays.fill(scratch, 0, block, 0);
        for (int u = from; u < to; u++) {
            for (int f = 0; f < users[u].length; f++) {
                scratch[placeOfUser(u - from) + f * WIDTH] = users[u][f];
            }
        }
        for (int start = 0; start < positions.length; start += WIDTH) {
            int end = Math.min(start + WIDTH, positions.length);
            for (int first = from; first < to; first += Kernels.FOUR) {
                Arrays.fill(scratch, block, scratch.length, 0);
                kernels.multiply(scratch, placeOfUser(first - from), panels, start * stride, stride, 1, scratch, block);
                for (int u = first; u < Math.min(first + Kernels.FOUR, to); u++) {
                    offer(best[u], scratch, block + (u - first) * WIDTH, start, end);
                }
            }
        }
    }

    /// Offers the scores of items `start` to `end - 1`; scores of padding may follow, up to a whole panel.
    private void offer(BestItems best, float[] scores, int at, int start, int end) {
        for (int panel = start; panel < end; panel += WIDTH) {
            int place = at + panel - start;
            int wanted = kernels.above(scores, place, best.worst());
            for (; wanted != 0; wanted &= wanted - 1) {
                int i = Integer.numberOfTrailingZeros(wanted);
                // The bound rises with every item kept.
                if (panel + i < end && scores[place + i] > best.worst()) {
                    best.offer(positions[panel + i], scores[place + i]);
                }
            }
        }
    }

    private int placeOfUser(int user) {
        return user / WIDTH * WIDTH * stride + user % WIDTH;
    }
}
