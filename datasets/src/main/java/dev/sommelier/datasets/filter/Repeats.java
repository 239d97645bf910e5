package dev.sommelier.datasets.filter;

import dev.sommelier.datasets.filter.Filter.Keep;
import dev.sommelier.datasets.table.InteractionTable;
import java.util.Arrays;

/// A user's repeated contacts with one item.
final class Repeats {
    private final InteractionTable table;
    private final Keep keep;
    private final boolean[] dropped;
    private final double[] ratings;
    private boolean any;

    private Repeats(InteractionTable table, Keep keep) {
        this.table = table;
        this.keep = keep;
        this.dropped = new boolean[table.size()];
        this.ratings = new double[table.size()];
        Arrays.setAll(ratings, table::rating);
    }

    static InteractionTable merge(InteractionTable table, Keep keep) {
        var repeats = new Repeats(table, keep);
        repeats.merge();
        if (!repeats.any) {
            return table;
        }
        var rated = keep == Keep.MEAN ? table.withRatings(repeats.ratings) : table;
        return Rows.where(rated, row -> !repeats.dropped[row]);
    }

    /// The row kept so far of each item holds for the user whose turn it is; `owner` tells whose it is.
    private void merge() {
        int items = table.items().size();
        var kept = new int[items];
        var contacts = new int[items];
        var owner = new int[items];
        var byUser = table.byUser();
        for (int user = 0; user < byUser.users(); user++) {
            for (int row : byUser.rows(user)) {
                int item = table.item(row);
                if (owner[item] != user + 1) {
                    owner[item] = user + 1;
                    kept[item] = row;
                    contacts[item] = 1;
                } else {
                    any = true;
                    kept[item] = choose(kept[item], row, ++contacts[item]);
                }
            }
        }
    }

    private int choose(int earlier, int later, int contacts) {
        boolean laterStays =
                switch (keep) {
                    case FIRST, MEAN -> false;
                    case LAST -> true;
                    case HIGHEST -> table.rating(later) > table.rating(earlier);
                };
        if (keep == Keep.MEAN) {
            ratings[earlier] += (table.rating(later) - ratings[earlier]) / contacts;
        }
        dropped[laterStays ? earlier : later] = true;
        return laterStays ? later : earlier;
    }
}
