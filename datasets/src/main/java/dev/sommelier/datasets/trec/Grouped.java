package dev.sommelier.datasets.trec;

import dev.sommelier.core.IdList;
import java.util.Arrays;
import java.util.List;

/// A file's lines as columns, all lines of a topic together.
final class Grouped {
    /// What a second line for a topic and document is.
    interface Repetition {
        /// @param first the row of the first line
        /// @param second the row of the second
        void met(int first, int second);
    }

    /// Times a power of two up to the number of rows: at most half of the table's slots are taken.
    private static final int SPARSE = 4;

    final List<String> topics;
    final double[] values;
    final int[] starts;
    final int[] ends;
    private final int[] hashes;
    private final int[] bounds;
    private final IdList documents;

    Grouped(byte[] text, List<String> topics, int[] bounds, int[] starts, int[] ends, int[] hashes, double[] values) {
        this.topics = topics;
        this.bounds = bounds;
        this.starts = starts;
        this.ends = ends;
        this.values = values;
        this.hashes = hashes;
        this.documents = IdList.slices(text, starts, ends, hashes);
    }

    int first(int topic) {
        return bounds[topic];
    }

    int end(int topic) {
        return bounds[topic + 1];
    }

    IdList documents(int topic) {
        return documents.slice(bounds[topic], bounds[topic + 1]);
    }

    /// Finds documents that a topic has more than once, in the order of the topics.
    void repetitions(Repetition each) {
        int longest = 0;
        for (int topic = 0; topic < topics.size(); topic++) {
            longest = Math.max(longest, end(topic) - first(topic));
        }
        var table = new int[Integer.highestOneBit(Math.max(longest, 8)) * SPARSE];
        for (int topic = 0; topic < topics.size(); topic++) {
            int rows = end(topic) - first(topic);
            int mask = Integer.highestOneBit(Math.max(rows, 8)) * SPARSE - 1;
            Arrays.fill(table, 0, mask + 1, -1);
            for (int row = first(topic); row < end(topic); row++) {
                int slot = hashes[row] & mask;
                while (table[slot] >= 0
                        && (hashes[table[slot]] != hashes[row] || !documents.same(table[slot], documents, row))) {
                    slot = (slot + 1) & mask;
                }
                if (table[slot] >= 0) {
                    each.met(table[slot], row);
                } else {
                    table[slot] = row;
                }
            }
        }
    }
}
