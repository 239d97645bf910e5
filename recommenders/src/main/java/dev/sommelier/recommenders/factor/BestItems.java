package dev.sommelier.recommenders.factor;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.RankedList;
import dev.sommelier.core.ScoredItem;
import java.util.Arrays;

/// The best items of one user while items are offered in ascending order of position: a heap with the worst on top.
final class BestItems {
    private final int[] seen;
    private final int[] positions;
    private final float[] scores;
    private int size;

    /// @param k how many items are kept
    /// @param seen positions that are never kept, ascending
    BestItems(int k, int[] seen) {
        this.seen = seen;
        this.positions = new int[k];
        this.scores = new float[k];
    }

    /// What a score must be above for its item to be kept, unless it was seen.
    float worst() {
        if (size < positions.length) {
            return Float.NEGATIVE_INFINITY;
        }
        return size == 0 ? Float.POSITIVE_INFINITY : scores[0];
    }

    /// Keeps an item whose score is above the worst, unless it was seen.
    void offer(int position, float score) {
        if (Arrays.binarySearch(seen, position) >= 0) {
            return;
        }
        if (size < positions.length) {
            rise(size++, position, score);
        } else {
            sink(size, position, score);
        }
    }

    /// The kept items, best first; afterwards none are left.
    RankedList drain(Catalog catalog) {
        var entries = new ScoredItem[size];
        while (size > 0) {
            int last = --size;
            entries[last] = new ScoredItem(catalog.item(positions[0]).id(), scores[0]);
            sink(last, positions[last], scores[last]);
        }
        return new RankedList(Arrays.asList(entries));
    }

    /// The positions of the kept items, best first; afterwards none are left.
    int[] drainPositions() {
        var result = new int[size];
        while (size > 0) {
            int last = --size;
            result[last] = positions[0];
            sink(last, positions[last], scores[last]);
        }
        return result;
    }

    private void rise(int from, int position, float score) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (!worse(score, position, scores[parent], positions[parent])) {
                break;
            }
            set(at, positions[parent], scores[parent]);
            at = parent;
        }
        set(at, position, score);
    }

    /// Puts an item in the place of the top of a heap of `count`.
    private void sink(int count, int position, float score) {
        int at = 0;
        for (int child = 1; child < count; child = 2 * at + 1) {
            int other = child + 1;
            if (other < count && worse(scores[other], positions[other], scores[child], positions[child])) {
                child = other;
            }
            if (!worse(scores[child], positions[child], score, position)) {
                break;
            }
            set(at, positions[child], scores[child]);
            at = child;
        }
        set(at, position, score);
    }

    private void set(int at, int position, float score) {
        positions[at] = position;
        scores[at] = score;
    }

    private static boolean worse(float score, int position, float otherScore, int otherPosition) {
        return score < otherScore || (score == otherScore && position > otherPosition);
    }
}
