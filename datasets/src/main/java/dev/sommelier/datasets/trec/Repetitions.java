package dev.sommelier.datasets.trec;

import dev.sommelier.core.IdList;
import java.util.Arrays;

/// Finds documents that a topic has more than once, by a table of positions.
final class Repetitions {
    /// Times a power of two up to the number of rows: at most half of the table's slots are taken.
    private static final int SPARSE = 4;

    /// What a second line for a topic and document is.
    interface Repetition {
        /// @param first the row of the first line
        /// @param second the row of the second
        void met(int first, int second);
    }

    private int[] table = {};

    /// Tells of every repetition among some rows, in their order.
    void find(IdList documents, int[] hashes, int from, int to, Repetition each) {
        int capacity = Integer.highestOneBit(Math.max(to - from, 8)) * SPARSE;
        if (table.length < capacity) {
            table = new int[capacity];
        }
        var slots = table;
        int mask = capacity - 1;
        Arrays.fill(slots, 0, capacity, -1);
        for (int row = from; row < to; row++) {
            int slot = hashes[row] & mask;
            while (slots[slot] >= 0
                    && (hashes[slots[slot]] != hashes[row] || !documents.same(slots[slot], documents, row))) {
                slot = (slot + 1) & mask;
            }
            if (slots[slot] >= 0) {
                each.met(slots[slot], row);
            } else {
                slots[slot] = row;
            }
        }
    }
}
