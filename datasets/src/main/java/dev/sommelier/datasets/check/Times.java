package dev.sommelier.datasets.check;

import dev.sommelier.datasets.table.InteractionTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Whether times tell an order.
final class Times {
    private Times() {}

    static List<Finding> findings(InteractionTable table) {
        var byUser = table.byUser();
        long several = 0;
        long constant = 0;
        for (int user = 0; user < byUser.users(); user++) {
            var rows = byUser.rows(user);
            if (rows.length > 1) {
                several++;
                constant += table.time(rows[0]) == table.time(rows[rows.length - 1]) ? 1 : 0;
            }
        }
        return List.of(
                new Finding(
                        "unknown-times",
                        "interactions without a time",
                        IntStream.range(0, table.size())
                                .filter(row -> table.time(row) == 0)
                                .count(),
                        table.size(),
                        "their order is that of the file, which may mean nothing; splits by time are not for them"),
                new Finding(
                        "shared-times",
                        "interactions at the same time as another of the user",
                        shared(table),
                        table.size(),
                        "their order is that of the file; a next item among them is arbitrary"),
                new Finding(
                        "constant-times",
                        "users with several interactions, all at one time",
                        constant,
                        several,
                        "nothing is known of their order; sequential results on them mean nothing"));
    }

    private static long shared(InteractionTable table) {
        var byUser = table.byUser();
        return IntStream.range(0, byUser.users())
                .mapToLong(user -> {
                    var times = Arrays.stream(byUser.rows(user))
                            .mapToLong(table::time)
                            .toArray();
                    return IntStream.range(0, times.length)
                            .filter(i -> (i > 0 && times[i] == times[i - 1])
                                    || (i + 1 < times.length && times[i] == times[i + 1]))
                            .count();
                })
                .sum();
    }
}
