package dev.sommelier.datasets;

import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.table.InteractionTable;
import dev.sommelier.datasets.table.Part;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a data set is like.
///
/// @param users the users with at least one interaction
/// @param items the items of the catalogue
/// @param interactions the interactions
/// @param density the share of all user-item pairs that have an interaction, 0 to 1
/// @param itemsWithoutInteractions the items that nobody had contact with
/// @param scale the range of the ratings; absent where implicit
/// @param attributes for each attribute that tools may use, the number of items by value, in order of first appearance
/// @param period the first and last time; absent where times are unknown
/// @param parts the interactions of each part of the published split; empty where none was published
public record DatasetFacts(
        int users,
        int items,
        int interactions,
        double density,
        int itemsWithoutInteractions,
        Optional<RatingScale> scale,
        Map<String, Map<String, Integer>> attributes,
        Optional<TimeRange> period,
        Map<String, Integer> parts) {
    /// A closed range of time.
    public record TimeRange(Instant from, Instant to) {}

    static DatasetFacts of(Dataset dataset) {
        var table = dataset.table();
        int users = table.users().size();
        int items = dataset.catalog().size();
        return new DatasetFacts(
                users,
                items,
                table.size(),
                users == 0 || items == 0 ? 0 : (double) pairs(table) / ((double) users * items),
                items - table.items().size(),
                dataset.scale(),
                attributes(dataset),
                period(table),
                parts(table));
    }

    private static Map<String, Integer> parts(InteractionTable table) {
        var parts = new LinkedHashMap<String, Integer>();
        if (table.hasParts()) {
            for (var part : Part.values()) {
                parts.put(part.label(), 0);
            }
            for (int row = 0; row < table.size(); row++) {
                parts.merge(table.part(row).label(), 1, Integer::sum);
            }
        }
        return Collections.unmodifiableMap(parts);
    }

    /// The number of different pairs of user and item.
    private static long pairs(InteractionTable table) {
        var byUser = table.byUser();
        var owner = new int[table.items().size()];
        long pairs = 0;
        for (int user = 0; user < byUser.users(); user++) {
            for (int row : byUser.rows(user)) {
                if (owner[table.item(row)] != user + 1) {
                    owner[table.item(row)] = user + 1;
                    pairs++;
                }
            }
        }
        return pairs;
    }

    private static Map<String, Map<String, Integer>> attributes(Dataset dataset) {
        var attributes = new LinkedHashMap<String, Map<String, Integer>>();
        for (var attribute : dataset.catalog().attributes()) {
            var counts = new LinkedHashMap<String, Integer>();
            for (var item : dataset.catalog().items()) {
                item.values(attribute).forEach(value -> counts.merge(value, 1, Integer::sum));
            }
            attributes.put(attribute, Collections.unmodifiableMap(counts));
        }
        return Collections.unmodifiableMap(attributes);
    }

    private static Optional<TimeRange> period(InteractionTable table) {
        var times = IntStream.range(0, table.size())
                .mapToLong(table::time)
                .filter(time -> time != 0)
                .summaryStatistics();
        return times.getCount() == 0
                ? Optional.empty()
                : Optional.of(
                        new TimeRange(Instant.ofEpochSecond(times.getMin()), Instant.ofEpochSecond(times.getMax())));
    }
}
