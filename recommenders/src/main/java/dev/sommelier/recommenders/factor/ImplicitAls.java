package dev.sommelier.recommenders.factor;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Numbers;
import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.Arrays;
import java.util.Map;

/// Matrix factorisation of implicit feedback by alternating least squares.
///
/// Minimises `sum over u, i of c(u,i) (p(u,i) - x(u)'y(i))^2 + sum over u of r(u) |x(u)|^2 + sum over i of r(i)
/// |y(i)|^2`, where a contact has `p = 1, c = 1 + alpha` and everything else `p = 0, c = 1`, and `r` is the
/// [Regularization]. Users and items are solved in turns by the [AlsSolver], each half step lowering the loss.
///
/// Any history's vector is solved exactly from the item vectors (fold-in), for training users as for new ones, so the
/// same history always has the same scores: those that a trained user would have after one more half step. A history
/// without events, and an item without contacts, have a vector of zeros and scores of 0. One seed gives the same bits
/// on any number of threads, with and without the Vector API.
///
/// Source: Hu, Koren and Volinsky, *Collaborative Filtering for Implicit Feedback Datasets*, ICDM 2008,
/// [doi:10.1109/ICDM.2008.22](https://doi.org/10.1109/ICDM.2008.22).
public final class ImplicitAls extends FactorModel {
    static final String KIND = "iALS";

    private final AlsOptions options;
    private final HalfStep itemSide;

    private ImplicitAls(Catalog catalog, AlsOptions options, Factors items) {
        super(catalog, items);
        this.options = options;
        this.itemSide = new HalfStep(items, options, Kernels.fastest());
    }

    /// Trains all vectors from a seeded start.
    ///
    /// @throws IllegalArgumentException if the vectors of one side do not fit into one array
    public static ImplicitAls train(TrainingSet train, AlsOptions options) {
        var training = AlsTraining.start(Contacts.of(train), options);
        for (int iteration = 0; iteration < options.iterations(); iteration++) {
            training.iterate();
        }
        return new ImplicitAls(train.catalog(), options, training.items());
    }

    /// A model from item vectors that were trained before, with the options they were trained with.
    ///
    /// @throws IllegalArgumentException if the vectors do not fit the catalogue or the options
    public static ImplicitAls of(Catalog catalog, AlsOptions options, Factors items) {
        if (items.factors() != options.factors()) {
            throw new IllegalArgumentException(
                    "vectors must have " + options.factors() + " factors, got " + items.factors());
        }
        return new ImplicitAls(catalog, options, items);
    }

    static ImplicitAls load(StoredModel stored, Catalog catalog) {
        var options = AlsOptions.of(stored.parameters());
        return of(
                catalog, options, FactorArrays.factors(stored, FactorArrays.ITEMS, catalog.size(), options.factors()));
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String parameters() {
        return "factors=" + options.factors() + " reg=" + options.regularization() + " alpha="
                + Numbers.plain(options.alpha()) + " iterations=" + options.iterations() + " solver="
                + options.solver() + " seed=" + options.seed();
    }

    @Override
    Map<String, StoredArray> otherArrays() {
        return Map.of();
    }

    @Override
    public float[] userVector(History history) {
        var vector = itemSide.solveExactly(Contacts.positions(catalog(), history));
        return Arrays.copyOf(vector, options.factors());
    }
}
