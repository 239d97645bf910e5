package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TrainingSet;
import java.util.SplittableRandom;

/// Matrix factorisation of implicit feedback by alternating least squares.
///
/// Minimises `sum over u, i of c(u,i) (p(u,i) - x(u)'y(i))^2 + regularization (sum |x(u)|^2 + sum |y(i)|^2)`, where a
/// contact has `p = 1, c = 1 + alpha` and everything else `p = 0, c = 1`. Users and items are solved in turns, each
/// vector exactly by Cholesky. A history's vector is solved from the item vectors (fold-in), for training users as for
/// new ones, so the same history always has the same scores.
///
/// Source: Hu, Koren and Volinsky, *Collaborative Filtering for Implicit Feedback Datasets*, ICDM 2008,
/// [doi:10.1109/ICDM.2008.22](https://doi.org/10.1109/ICDM.2008.22).
public final class ImplicitAls implements ItemScorer, Described {
    private static final double INITIAL_SCALE = 0.01;

    private final Catalog catalog;
    private final AlsOptions options;
    private final LeastSquares itemSide;
    private final double[][] factorsByItem;

    private ImplicitAls(Catalog catalog, AlsOptions options, double[][] items) {
        this.catalog = catalog;
        this.options = options;
        this.itemSide = LeastSquares.against(items, options);
        this.factorsByItem = transpose(items, options.factors());
    }

    /// Trains all vectors from a seeded start, uniform in [0, 0.01).
    public static ImplicitAls train(TrainingSet train, AlsOptions options) {
        var positives = PositiveMatrix.of(train);
        var items = initial(positives.items(), options);
        for (int iteration = 0; iteration < options.iterations(); iteration++) {
            var users = LeastSquares.against(items, options).solveAll(positives.itemsOfUser());
            items = LeastSquares.against(users, options).solveAll(positives.usersOfItem());
        }
        return new ImplicitAls(train.catalog(), options, items);
    }

    @Override
    public String name() {
        return "iALS";
    }

    @Override
    public String parameters() {
        return "factors=" + options.factors() + " reg=" + Numbers.plain(options.regularization()) + " alpha="
                + Numbers.plain(options.alpha()) + " iterations=" + options.iterations() + " seed=" + options.seed();
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public double[] score(History history) {
        var user = itemSide.solve(PositiveMatrix.positions(catalog, history));
        var scores = new double[catalog.size()];
        Rows.add(scores, 1, user, 0, factorsByItem, 0, user.length, 0, scores.length);
        return scores;
    }

    private static double[][] initial(int items, AlsOptions options) {
        var random = new SplittableRandom(options.seed());
        var factors = new double[items][options.factors()];
        for (double[] row : factors) {
            for (int f = 0; f < row.length; f++) {
                row[f] = random.nextDouble() * INITIAL_SCALE;
            }
        }
        return factors;
    }

    private static double[][] transpose(double[][] rows, int columns) {
        var result = new double[columns][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns; c++) {
                result[c][r] = rows[r][c];
            }
        }
        return result;
    }
}
