package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import java.util.HashMap;

/// One user's ratings as positions and values, in order; each item once, with its last rating.
final class UserRatings {
    private final String user;
    private final int[] items;
    private final double[] values;

    private UserRatings(String user, int[] items, double[] values) {
        this.user = user;
        this.items = items;
        this.values = values;
    }

    /// @throws IllegalArgumentException if an item is not in the catalogue
    /// @throws dev.sommelier.core.SommelierException if a rating is not finite
    static UserRatings of(Catalog catalog, History history) {
        var events = history.events();
        var items = new int[events.size()];
        var last = HashMap.<Integer, Integer>newHashMap(events.size());
        for (int n = 0; n < items.length; n++) {
            var event = events.get(n);
            items[n] = catalog.position(event.item());
            RatingMatrix.requireFinite(event.rating(), history.user(), event.item());
            last.put(items[n], n);
        }
        var kept = new int[last.size()];
        var values = new double[last.size()];
        int size = 0;
        for (int n = 0; n < items.length; n++) {
            if (last.getOrDefault(items[n], n) == n) {
                kept[size] = items[n];
                values[size++] = events.get(n).rating();
            }
        }
        return new UserRatings(history.user(), kept, values);
    }

    String user() {
        return user;
    }

    int size() {
        return items.length;
    }

    int item(int n) {
        return items[n];
    }

    double value(int n) {
        return values[n];
    }

    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// The population standard deviation.
    double deviation() {
        double mean = mean();
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /// Whether these are exactly a row's entries, in any order.
    boolean sameAs(SparseRows rows, int row) {
        if (rows.size(row) != items.length) {
            return false;
        }
        var byItem = HashMap.<Integer, Double>newHashMap(items.length);
        for (int n = 0; n < items.length; n++) {
            byItem.put(items[n], values[n]);
        }
        for (int place = rows.start(row); place < rows.end(row); place++) {
            var value = byItem.get(rows.column(place));
            if (value == null || value != rows.value(place)) {
                return false;
            }
        }
        return true;
    }
}
