package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/// EASE, a linear autoencoder with a closed form: item weights `B` (`items x items`, zero diagonal) that best rebuild
/// the binary training matrix under a penalty on their squares.
///
/// With the Gram matrix `G` (how many users had contact with both items) and `P = (G + lambda I)^-1`,
/// `B(i,j) = -P(i,j) / P(j,j)` off the diagonal. The score of item `j` is the sum of `B(i,j)` over the history's items
/// `i`, so any history is served. Memory is two matrices of `items x items` doubles, time grows with `items^3`.
///
/// Source: Steck, *Embarrassingly Shallow Autoencoders for Sparse Data*, WWW 2019,
/// [doi:10.1145/3308558.3313710](https://doi.org/10.1145/3308558.3313710).
public final class Ease implements ItemScorer, Described {
    private static final long MEGABYTE = 1 << 20;

    private final Catalog catalog;
    private final double lambda;
    private final double[][] weights;

    private Ease(Catalog catalog, double lambda, double[][] weights) {
        this.catalog = catalog;
        this.lambda = lambda;
        this.weights = weights;
    }

    /// Computes the closed form.
    ///
    /// @param lambda the weight of the penalty, above 0
    /// @throws SommelierException if the catalogue is too large for this JVM's memory
    public static Ease train(TrainingSet train, double lambda) {
        if (!(lambda > 0)) {
            throw new IllegalArgumentException("lambda must be above 0, got " + lambda);
        }
        checkMemory(train.catalog().size());
        var inverse = Cholesky.invert(gram(PositiveMatrix.of(train), lambda));
        return new Ease(train.catalog(), lambda, weights(inverse));
    }

    @Override
    public String name() {
        return "EASE";
    }

    @Override
    public String parameters() {
        return "lambda=" + Numbers.plain(lambda);
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public double[] score(History history) {
        var rows = Arrays.stream(PositiveMatrix.positions(catalog, history))
                .mapToObj(position -> weights[position])
                .toArray(double[][]::new);
        var ones = new double[rows.length];
        Arrays.fill(ones, 1);
        var scores = new double[catalog.size()];
        Rows.add(scores, 1, ones, 0, rows, 0, rows.length, 0, scores.length);
        return scores;
    }

    private static double[][] gram(PositiveMatrix positives, double lambda) {
        var gram = new double[positives.items()][positives.items()];
        IntStream.range(0, gram.length).parallel().forEach(item -> {
            positives.countTogether(item, gram[item]);
            gram[item][item] += lambda;
        });
        return gram;
    }

    private static double[][] weights(double[][] inverse) {
        var diagonal = IntStream.range(0, inverse.length)
                .mapToDouble(i -> inverse[i][i])
                .toArray();
        IntStream.range(0, inverse.length).parallel().forEach(i -> {
            double[] row = inverse[i];
            for (int j = 0; j < row.length; j++) {
                row[j] /= -diagonal[j];
            }
            row[i] = 0;
        });
        return inverse;
    }

    private static void checkMemory(int items) {
        long needed = 2L * Double.BYTES * items * items;
        long heap = Runtime.getRuntime().maxMemory();
        if (needed > heap) {
            throw new SommelierException("EASE needs " + needed / MEGABYTE + " MB for " + items
                    + " items, but this JVM may use " + heap / MEGABYTE
                    + " MB; raise the limit with -Xmx or leave EASE out.");
        }
    }
}
