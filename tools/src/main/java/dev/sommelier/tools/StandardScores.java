package dev.sommelier.tools;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Query;

/// A base recommender's scores as z-scores over the items that may be recommended to one user.
final class StandardScores {
    private final double[] z;
    private final boolean[] allowed;

    private StandardScores(double[] z, boolean[] allowed) {
        this.z = z;
        this.allowed = allowed;
    }

    static StandardScores of(Catalog catalog, double[] scores, History history) {
        return of(catalog, scores, Query.top(1, history));
    }

    /// @param scores one score for each item in catalogue order
    /// @param query whose history is left out, and whose candidates are the only items allowed
    static StandardScores of(Catalog catalog, double[] scores, Query query) {
        var allowed = new boolean[scores.length];
        var seen = query.history().items();
        int count = 0;
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            var id = catalog.item(i).id();
            allowed[i] = !seen.contains(id)
                    && query.candidates().map(set -> set.contains(id)).orElse(true);
            if (allowed[i]) {
                count++;
                sum += scores[i];
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double squares = 0;
        for (int i = 0; i < scores.length; i++) {
            squares += allowed[i] ? (scores[i] - mean) * (scores[i] - mean) : 0;
        }
        double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
        var z = new double[scores.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = deviation == 0 ? 0 : (scores[i] - mean) / deviation;
        }
        return new StandardScores(z, allowed);
    }

    double z(int position) {
        return z[position];
    }

    boolean allowed(int position) {
        return allowed[position];
    }
}
