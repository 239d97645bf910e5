package dev.sommelier.recommenders.topn;

import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Numbers;
import dev.sommelier.recommenders.PositiveMatrix;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.LinkedHashMap;

/// Three steps of a random walk between users and items (P3alpha), and the same with popular items held back (RP3beta).
///
/// `W(i,j) = sum over users u with both of n(i)^-alpha n(u)^-alpha / n(j)^beta`, where `n` counts contacts: the
/// probability of going from item `i` to a user and on to item `j`, each step to the power alpha, divided by the
/// popularity of `j` to the power beta. Beta 0 is P3alpha. Each row keeps its largest elements, equal ones in catalogue
/// order, and a diagonal of 0. The first step, from the user to an item of the history, is the same for every item of
/// one history, so the order of the list does not need it.
///
/// Source: Cooper, Lee, Radzik and Siantos, *Random walks in recommender systems*, WWW 2014; Paudel, Christoffel,
/// Newell
/// and Bernstein, *Updatable, accurate, diverse, and scalable recommendations for interactive applications*, ACM TiiS
/// 2017.
public final class RandomWalk {
    static final String P3ALPHA = "P3alpha";
    static final String RP3BETA = "RP3beta";

    private RandomWalk() {}

    /// Computes all walks, without holding popular items back.
    ///
    /// @param neighbours how many items each row keeps, at least 1
    /// @param alpha the power of the probabilities, at least 0; 1 for the walk itself
    public static ItemItemModel p3alpha(TrainingSet train, int neighbours, double alpha) {
        return train(train, P3ALPHA, neighbours, alpha, 0);
    }

    /// Computes all walks.
    ///
    /// @param neighbours how many items each row keeps, at least 1
    /// @param alpha the power of the probabilities, at least 0; 1 for the walk itself
    /// @param beta the power of the popularity, at least 0
    public static ItemItemModel rp3beta(TrainingSet train, int neighbours, double alpha, double beta) {
        return train(train, RP3BETA, neighbours, alpha, beta);
    }

    private static ItemItemModel train(TrainingSet train, String kind, int neighbours, double alpha, double beta) {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, got " + neighbours);
        }
        if (!(alpha >= 0) || !(beta >= 0) || !Double.isFinite(alpha + beta)) {
            throw new IllegalArgumentException("alpha and beta must be at least 0, got " + alpha + " and " + beta);
        }
        var positives = PositiveMatrix.of(train);
        int items = positives.items();
        var ofUser = powers(positives.itemsOfUser(), -alpha);
        var ofItem = powers(positives.usersOfItem(), -alpha);
        var popularity = powers(positives.usersOfItem(), -beta);
        var walks = SparseMatrix.build(items, items, item -> {
            var row = new double[items];
            for (int user : positives.usersOfItem()[item]) {
                for (int other : positives.itemsOfUser()[user]) {
                    row[other] += ofUser[user];
                }
            }
            row[item] = 0;
            for (int other = 0; other < items; other++) {
                row[other] *= ofItem[item] * popularity[other];
            }
            return SparseMatrix.Row.largest(row, neighbours);
        });
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("neighbours", Integer.toString(neighbours));
        parameters.put("alpha", Numbers.plain(alpha));
        if (kind.equals(RP3BETA)) {
            parameters.put("beta", Numbers.plain(beta));
        }
        return new ItemItemModel(kind, new ModelParameters(parameters), train.catalog(), walks);
    }

    /// Each row's length to a power; 0 for a row without contacts.
    private static double[] powers(int[][] rows, double power) {
        var powers = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            powers[r] = rows[r].length == 0 ? 0 : Math.pow(rows[r].length, power);
        }
        return powers;
    }
}
