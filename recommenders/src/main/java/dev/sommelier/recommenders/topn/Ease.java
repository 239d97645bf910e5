package dev.sommelier.recommenders.topn;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Numbers;
import dev.sommelier.recommenders.PositiveMatrix;
import dev.sommelier.recommenders.dense.SymmetricInverse;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.stream.IntStream;

/// EASE, a linear autoencoder with a closed form: item weights `B` (`items x items`, zero diagonal) that best rebuild
/// the binary training matrix under a penalty on their squares.
///
/// With the Gram matrix `G` (how many users had contact with both items) and `P = (G + lambda I)^-1`,
/// `B(i,j) = -P(i,j) / P(j,j)` off the diagonal. All of it happens in one matrix of `items x items` doubles, 800 MB for
/// 10,000 items, and some 40 MB beside it; time grows with `items^3`. Training is refused before it begins where the
/// memory does not suffice.
///
/// Source: Steck, *Embarrassingly Shallow Autoencoders for Sparse Data*, WWW 2019,
/// [doi:10.1145/3308558.3313710](https://doi.org/10.1145/3308558.3313710).
public final class Ease {
    static final String KIND = "EASE";
    private static final long MEGABYTE = 1 << 20;

    private Ease() {}

    /// Computes the closed form.
    ///
    /// @param lambda the weight of the penalty, above 0
    /// @throws SommelierException if the catalogue is too large for the memory that this JVM still has
    public static ItemItemModel train(TrainingSet train, double lambda) {
        if (!(lambda > 0) || !Double.isFinite(lambda)) {
            throw new IllegalArgumentException("lambda must be above 0, got " + lambda);
        }
        int items = train.catalog().size();
        checkMemory(items, available());
        var inverse = SymmetricInverse.invert(gram(PositiveMatrix.of(train), lambda));
        return new ItemItemModel(
                KIND,
                ModelParameters.parse("lambda=" + Numbers.plain(lambda)),
                train.catalog(),
                DenseMatrix.of(weights(inverse), items));
    }

    /// The bytes that training needs for a catalogue of this size.
    public static long memory(int items) {
        return (long) Double.BYTES * items * items + SymmetricInverse.scratch(items);
    }

    static void checkMemory(int items, long available) {
        if (memory(items) > available) {
            throw new SommelierException("EASE needs " + memory(items) / MEGABYTE + " MB for " + items
                    + " items, but this JVM has " + available / MEGABYTE
                    + " MB left; raise the limit with -Xmx, or take RP3beta or SLIM, which need less.");
        }
    }

    /// What the heap may still grow to.
    private static long available() {
        var runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
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
}
