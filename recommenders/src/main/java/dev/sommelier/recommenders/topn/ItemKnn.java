package dev.sommelier.recommenders.topn;

import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.PositiveMatrix;

/// Item-based nearest neighbours: people who had contact with this also had contact with that.
///
/// The similarity of two items compares the sets of training users who had contact with them, see [KnnOptions]. Each
/// item keeps its most similar items, equal similarities in catalogue order. The score of an item is the sum of its
/// similarities to those items of the history that are among its own kept ones; the history itself is not weighted.
///
/// Source: Deshpande and Karypis, *Item-based top-N recommendation algorithms*, ACM TOIS 2004,
/// [doi:10.1145/963770.963776](https://doi.org/10.1145/963770.963776).
public final class ItemKnn {
    static final String KIND = "ItemKNN";

    private ItemKnn() {}

    /// With the cosine of binary contacts, `n(i,j) / (sqrt(n(i) n(j)) + shrinkage)`.
    ///
    /// @param neighbours how many similar items each item keeps, at least 1; the catalogue's size keeps all
    /// @param shrinkage 0 for the plain cosine
    public static ItemItemModel train(TrainingSet train, int neighbours, double shrinkage) {
        return train(train, KnnOptions.cosine(neighbours, shrinkage));
    }

    /// Computes all similarities.
    public static ItemItemModel train(TrainingSet train, KnnOptions options) {
        var positives = PositiveMatrix.of(train);
        int items = positives.items();
        var weights = TermWeights.of(options, positives.usersOfItem(), positives.itemsOfUser());
        var document = new double[items];
        var squares = new double[items];
        for (int item = 0; item < items; item++) {
            document[item] = weights.document(positives.usersOfItem()[item].length);
            squares[item] = weights.squares(positives.usersOfItem()[item]);
        }
        var kept = SparseMatrix.build(items, items, item -> {
            var row = new double[items];
            for (int user : positives.usersOfItem()[item]) {
                double square = weights.squares().get(user);
                for (int other : positives.itemsOfUser()[user]) {
                    row[other] += square;
                }
            }
            row[item] = 0;
            for (int other = 0; other < items; other++) {
                double dot = document[item] * document[other] * row[other];
                row[other] = options.similarity().of(dot, squares[item], squares[other], options.shrinkage());
            }
            return SparseMatrix.Row.largest(row, options.neighbours());
        });
        return new ItemItemModel(KIND, options.parameters(), train.catalog(), kept.transposed());
    }
}
