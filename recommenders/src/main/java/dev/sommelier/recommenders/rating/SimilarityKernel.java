package dev.sommelier.recommenders.rating;

import java.util.Arrays;

/// The similarities of one user to all users, or of one item to all items, summed up densely: whoever is compared (`x`)
/// is walked once, and for each thing it has in common with others (`y`) all of them.
final class SimilarityKernel {
    private final RatingKnnOptions options;
    private final SparseRows others;
    private final double[] norms;

    /// @param own the ratings by `x`: `x's x y's`
    /// @param others the same ratings by `y`: `y's x x's`
    SimilarityKernel(RatingKnnOptions options, SparseRows own, SparseRows others) {
        this.options = options;
        this.others = others;
        this.norms = new double[own.rows()];
        for (int x = 0; x < norms.length; x++) {
            double sum = 0;
            for (int n = own.start(x); n < own.end(x); n++) {
                sum += own.value(n) * own.value(n);
            }
            norms[x] = Math.sqrt(sum);
        }
    }

    /// Empty sums for one `x`; for one thread.
    Sums sums() {
        return new Sums();
    }

    /// The sums over common ratings of one `x` with every other.
    final class Sums {
        private final int[] together = new int[norms.length];
        private final double[] products = new double[norms.length];
        private final double[] ownSquares = part(options.similarity() != RatingSimilarity.MSD);
        private final double[] otherSquares = part(options.similarity() != RatingSimilarity.MSD);
        private final double[] ownSums = part(options.similarity() == RatingSimilarity.PEARSON);
        private final double[] otherSums = part(options.similarity() == RatingSimilarity.PEARSON);
        private double square;

        private double[] part(boolean needed) {
            return new double[needed ? norms.length : 0];
        }

        /// Takes in one of `x`'s ratings.
        void add(int y, double value) {
            square += value * value;
            switch (options.similarity()) {
                case MSD -> addDifferences(y, value);
                case CENTRED_COSINE -> addProducts(y, value);
                case COSINE, PEARSON_BASELINE, SHRUNK_CORRELATION -> addSquares(y, value);
                case PEARSON -> {
                    addSquares(y, value);
                    addSums(y, value);
                }
            }
        }

        private void addDifferences(int y, double value) {
            int[] columns = others.columns();
            double[] values = others.values();
            for (int n = others.start(y); n < others.end(y); n++) {
                double difference = value - values[n];
                together[columns[n]]++;
                products[columns[n]] += difference * difference;
            }
        }

        private void addProducts(int y, double value) {
            int[] columns = others.columns();
            double[] values = others.values();
            for (int n = others.start(y); n < others.end(y); n++) {
                together[columns[n]]++;
                products[columns[n]] += value * values[n];
            }
        }

        private void addSquares(int y, double value) {
            int[] columns = others.columns();
            double[] values = others.values();
            for (int n = others.start(y); n < others.end(y); n++) {
                int x = columns[n];
                together[x]++;
                products[x] += value * values[n];
                ownSquares[x] += value * value;
                otherSquares[x] += values[n] * values[n];
            }
        }

        private void addSums(int y, double value) {
            int[] columns = others.columns();
            double[] values = others.values();
            for (int n = others.start(y); n < others.end(y); n++) {
                ownSums[columns[n]] += value;
                otherSums[columns[n]] += values[n];
            }
        }

        /// The similarity to each; 0 where they are not neighbours.
        double[] similarities() {
            var similarities = new double[norms.length];
            Arrays.setAll(similarities, this::similarity);
            return similarities;
        }

        private double similarity(int x) {
            int n = together[x];
            if (n < options.minSupport()) {
                return 0;
            }
            double similarity =
                    switch (options.similarity()) {
                        case MSD -> 1 / (products[x] / n + 1);
                        case COSINE -> ratio(products[x], Math.sqrt(ownSquares[x] * otherSquares[x]));
                        case PEARSON ->
                            ratio(
                                    n * products[x] - ownSums[x] * otherSums[x],
                                    Math.sqrt((n * ownSquares[x] - ownSums[x] * ownSums[x])
                                            * (n * otherSquares[x] - otherSums[x] * otherSums[x])));
                        case PEARSON_BASELINE -> n < 2 ? 0 : shrunk(x, n - 1);
                        case SHRUNK_CORRELATION -> shrunk(x, n);
                        case CENTRED_COSINE -> ratio(products[x], Math.sqrt(square) * norms[x]);
                    };
            return similarity > 0 && similarity >= options.minSimilarity() ? similarity : 0;
        }

        private double shrunk(int x, double support) {
            return ratio(products[x], Math.sqrt(ownSquares[x] * otherSquares[x]))
                    * (support / (support + options.shrinkage()));
        }

        private double ratio(double above, double below) {
            return below > 0 ? above / below : 0;
        }
    }
}
