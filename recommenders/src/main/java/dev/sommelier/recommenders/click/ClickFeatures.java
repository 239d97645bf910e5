package dev.sommelier.recommenders.click;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a click predictor knows of a user and an item, as numbers:
/// - the user, where it was in training: 1
/// - the item: 1
/// - each attribute value of the item: 1 over their number
/// - each of the user's last items: 1 over the square root of their number
/// - for each attribute value of the item, the share of the user's last items that have it
///
/// The last two need no user id, so that a history that was not in training is served too.
final class ClickFeatures {
    private final Catalog catalog;
    private final Map<String, Integer> users = new LinkedHashMap<>();
    private final int[][] attributes;
    private final int values;
    private final int window;

    /// @param window how many of the last items count
    ClickFeatures(TrainingSet train, int window) {
        this.catalog = train.catalog();
        this.window = window;
        train.histories().forEach(history -> users.put(history.user(), users.size()));
        var known = new LinkedHashMap<String, Integer>();
        this.attributes = new int[catalog.size()][];
        for (int i = 0; i < attributes.length; i++) {
            var own = new ArrayList<Integer>();
            for (var attribute : catalog.attributes()) {
                for (var value : catalog.item(i).values(attribute)) {
                    own.add(known.computeIfAbsent(attribute + '\0' + value, key -> known.size()));
                }
            }
            attributes[i] = own.stream().mapToInt(Integer::intValue).toArray();
        }
        this.values = known.size();
    }

    int window() {
        return window;
    }

    /// The number of features.
    int size() {
        return users.size() + 2 * catalog.size() + 2 * values;
    }

    /// Replaces the row by the features of a user and an item.
    ///
    /// @param past what the user did before; the last ones count
    void fill(String user, List<Event> past, int item, FeatureRow row) {
        row.clear();
        int offset = users.size();
        var known = users.get(user);
        if (known != null) {
            row.add(known, 1);
        }
        row.add(offset + item, 1);
        offset += catalog.size();
        for (int value : attributes[item]) {
            row.add(offset + value, 1.0 / attributes[item].length);
        }
        offset += values;
        var last = past.subList(Math.max(0, past.size() - window), past.size());
        for (var event : last) {
            row.add(offset + catalog.position(event.item()), 1 / Math.sqrt(last.size()));
        }
        offset += catalog.size();
        for (int value : attributes[item]) {
            double share = share(last, value);
            if (share > 0) {
                row.add(offset + value, share);
            }
        }
    }

    private double share(List<Event> last, int value) {
        int with = 0;
        for (var event : last) {
            for (int own : attributes[catalog.position(event.item())]) {
                with += own == value ? 1 : 0;
            }
        }
        return last.isEmpty() ? 0 : (double) with / last.size();
    }
}
