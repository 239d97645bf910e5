package dev.sommelier.experiments;

import java.util.List;
import java.util.Optional;

/// The contenders beside each other, all measured over the same users by the same code.
///
/// @param title what the table shows, such as `All test users`
/// @param users the number of users in every row
/// @param catalogSize the items that could be recommended; no negatives are sampled
/// @param k the length of the lists
/// @param metrics the names of the metrics, in the order to show them
/// @param rows one for each contender, in the order they were given
public record RankingTable(
        String title, int users, int catalogSize, int k, List<String> metrics, List<RankingRow> rows) {
    public RankingTable {
        metrics = List.copyOf(metrics);
        rows = List.copyOf(rows);
    }

    /// The row of a contender.
    public Optional<RankingRow> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
