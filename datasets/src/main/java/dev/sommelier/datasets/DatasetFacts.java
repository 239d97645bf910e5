package dev.sommelier.datasets;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.RatingScale;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
public record DatasetFacts(
        int users,
        int items,
        int interactions,
        double density,
        int itemsWithoutInteractions,
        Optional<RatingScale> scale,
        Map<String, Map<String, Integer>> attributes,
        Optional<TimeRange> period) {
    /// A closed range of time.
    public record TimeRange(Instant from, Instant to) {}

    static DatasetFacts of(Dataset dataset) {
        int users = (int) dataset.interactions().stream()
                .map(Interaction::user)
                .distinct()
                .count();
        int touched = (int) dataset.interactions().stream()
                .map(Interaction::item)
                .distinct()
                .count();
        int items = dataset.catalog().size();
        long pairs = dataset.interactions().stream()
                .map(interaction -> Map.entry(interaction.user(), interaction.item()))
                .distinct()
                .count();
        return new DatasetFacts(
                users,
                items,
                dataset.interactions().size(),
                users == 0 || items == 0 ? 0 : (double) pairs / ((double) users * items),
                items - touched,
                dataset.scale(),
                attributes(dataset),
                period(dataset));
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

    private static Optional<TimeRange> period(Dataset dataset) {
        var times = dataset.interactions().stream()
                .mapToLong(Interaction::time)
                .filter(time -> time != 0)
                .summaryStatistics();
        return times.getCount() == 0
                ? Optional.empty()
                : Optional.of(
                        new TimeRange(Instant.ofEpochSecond(times.getMin()), Instant.ofEpochSecond(times.getMax())));
    }
}
