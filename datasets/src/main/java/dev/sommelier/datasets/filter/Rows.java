package dev.sommelier.datasets.filter;

import dev.sommelier.datasets.table.InteractionTable;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// Selects rows.
final class Rows {
    private Rows() {}

    /// The rows that meet a condition; the table itself where all do.
    static InteractionTable where(InteractionTable table, IntPredicate condition) {
        var rows = new int[table.size()];
        int kept = 0;
        for (int row = 0; row < rows.length; row++) {
            if (condition.test(row)) {
                rows[kept++] = row;
            }
        }
        return kept == rows.length ? table : table.select(Arrays.copyOf(rows, kept));
    }
}
