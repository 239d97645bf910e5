package dev.sommelier.datasets.filter;

import dev.sommelier.datasets.table.InteractionTable;
import java.util.Arrays;

/// The core of the graph of users and items.
final class Cores {
    private Cores() {}

    /// Leaves out users and items that are too rare, until none is. The result is the same in whatever order they go.
    static InteractionTable of(InteractionTable table, int users, int items) {
        var ofUser = table.userCounts();
        var ofItem = table.itemCounts();
        var rows = new int[table.size()];
        Arrays.setAll(rows, row -> row);
        int left = rows.length;
        for (int before = left + 1; left < before; ) {
            before = left;
            left = 0;
            for (int i = 0; i < before; i++) {
                int user = table.user(rows[i]);
                int item = table.item(rows[i]);
                if (ofUser[user] >= users && ofItem[item] >= items) {
                    rows[left++] = rows[i];
                } else {
                    ofUser[user]--;
                    ofItem[item]--;
                }
            }
        }
        return left == table.size() ? table : table.select(Arrays.copyOf(rows, left));
    }
}
