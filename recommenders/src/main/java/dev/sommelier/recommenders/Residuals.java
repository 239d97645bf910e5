package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import java.util.TreeMap;

/// What the biases leave unexplained of one user's ratings; the last rating of each item.
final class Residuals {
    private final int[] positions;
    private final double[] values;

    private Residuals(int[] positions, double[] values) {
        this.positions = positions;
        this.values = values;
    }

    static Residuals of(Catalog catalog, DampedBias bias, History history) {
        double user = bias.userBias(history);
        var byPosition = new TreeMap<Integer, Double>();
        for (var event : history.events()) {
            int position = catalog.position(event.item());
            byPosition.put(position, event.rating() - bias.withoutUser(position) - user);
        }
        return new Residuals(
                byPosition.keySet().stream().mapToInt(Integer::intValue).toArray(),
                byPosition.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The number of items.
    int size() {
        return positions.length;
    }

    /// The position of the `n`th item; positions ascend.
    int position(int n) {
        return positions[n];
    }

    /// The residual of the `n`th item.
    double value(int n) {
        return values[n];
    }
}
