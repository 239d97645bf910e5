package dev.sommelier.recommenders.topn;

import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.PositiveMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/// SLIM, a sparse linear item model: for each item `j` the weights of the other items that best rebuild its column of
/// the binary training matrix `A` under an elastic net.
///
/// Minimises `1/2 |a(j) - A w|^2 + l2/2 |w|^2 + l1 sum w` over `w >= 0` with `w(j) = 0`, by cyclic coordinate descent
/// on the Gram matrix in catalogue order: sweeps over the items that have a weight until they rest, then one over all
/// that were ever seen together with `j`, until that one moves nothing by more than the tolerance. Items are
/// independent and each is solved by one thread, so the number of threads does not change the result. The Gram matrix
/// is kept sparse, 12 bytes for each pair of items that somebody had contact with.
///
/// Source: Ning and Karypis, *SLIM: Sparse Linear Methods for Top-N Recommender Systems*, ICDM 2011,
/// [doi:10.1109/ICDM.2011.134](https://doi.org/10.1109/ICDM.2011.134).
public final class Slim {
    static final String KIND = "SLIM";
    private static final int MOST_SWEEPS = 10_000;

    private final SlimOptions options;
    private final SparseMatrix.Row[] gram;

    private Slim(SlimOptions options, SparseMatrix.Row[] gram) {
        this.options = options;
        this.gram = gram;
    }

    /// Solves all items.
    ///
    /// @throws ArithmeticException if an item does not converge
    public static ItemItemModel train(TrainingSet train, SlimOptions options) {
        var positives = PositiveMatrix.of(train);
        int items = positives.items();
        var gram = IntStream.range(0, items)
                .parallel()
                .mapToObj(item -> {
                    var counts = new double[items];
                    positives.countTogether(item, counts);
                    return SparseMatrix.Row.of(counts);
                })
                .toArray(SparseMatrix.Row[]::new);
        var slim = new Slim(options, gram);
        var byTarget = SparseMatrix.build(items, items, slim::solve);
        return new ItemItemModel(KIND, options.parameters(), train.catalog(), byTarget.transposed());
    }

    /// The weights of the other items for one item.
    private SparseMatrix.Row solve(int target) {
        var aims = new double[gram.length];
        var products = new double[gram.length];
        var weights = new double[gram.length];
        for (int n = 0; n < gram[target].positions().length; n++) {
            aims[gram[target].positions()[n]] = gram[target].values()[n];
        }
        int[] all =
                Arrays.stream(gram[target].positions()).filter(i -> i != target).toArray();
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            if (!(sweep(all, aims, products, weights) > options.tolerance())) {
                return SparseMatrix.Row.of(weights);
            }
            int[] active = Arrays.stream(all).filter(i -> weights[i] > 0).toArray();
            while (sweep(active, aims, products, weights) > options.tolerance() && sweep < MOST_SWEEPS) {
                sweep++;
            }
        }
        throw new ArithmeticException(
                "SLIM did not converge for item " + target + " within " + MOST_SWEEPS + " sweeps; raise l2");
    }

    /// Sets each weight to its best value while the others stay; the largest move.
    ///
    /// @param products the Gram matrix times the weights, kept up to date
    private double sweep(int[] items, double[] aims, double[] products, double[] weights) {
        double largest = 0;
        for (int item : items) {
            double own = diagonal(item);
            double rest = aims[item] - products[item] + own * weights[item] - options.l1();
            double best = Math.max(0, rest) / (own + options.l2());
            double move = best - weights[item];
            if (move != 0) {
                weights[item] = best;
                int[] to = gram[item].positions();
                double[] by = gram[item].values();
                for (int n = 0; n < to.length; n++) {
                    products[to[n]] += move * by[n];
                }
                largest = Math.max(largest, Math.abs(move));
            }
        }
        return largest;
    }

    private double diagonal(int item) {
        return gram[item].values()[Arrays.binarySearch(gram[item].positions(), item)];
    }
}
