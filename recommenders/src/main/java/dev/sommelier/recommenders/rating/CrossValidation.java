package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Trains a model on all folds but one and predicts that one, for every fold.
///
/// Folds run at the same time on several threads, which changes no prediction. What to measure is the caller's
/// business: see [FoldPredictions].
///
/// ```java
/// var folds = new CrossValidation(dataset.catalog(), dataset.interactions(), CrossValidation.deal(100_000, 5, 42));
/// for (var fold : folds.run(matrix -> Svd.train(matrix, SgdOptions.svd(42)))) {
///     System.out.println(Rmse.of(fold.truth(), fold.clipped(scale)));
/// }
/// ```
public final class CrossValidation {
    private final Catalog catalog;
    private final List<Interaction> rows;
    private final int[] folds;
    private final int count;

    /// @param rows in the order in which the training sees them
    /// @param folds the fold of each row, from 0; each fold up to the highest has a row
    public CrossValidation(Catalog catalog, List<Interaction> rows, int[] folds) {
        if (rows.size() != folds.length) {
            throw new IllegalArgumentException(
                    "every row needs one fold, got " + rows.size() + " rows and " + folds.length + " folds");
        }
        this.catalog = catalog;
        this.rows = List.copyOf(rows);
        this.folds = folds.clone();
        int distinct = (int) Arrays.stream(folds).distinct().count();
        this.count = Arrays.stream(folds).max().orElse(-1) + 1;
        if (count < 2 || distinct != count || Arrays.stream(folds).anyMatch(fold -> fold < 0)) {
            throw new IllegalArgumentException("folds must be 0, 1, ... without gaps and at least two, got " + distinct
                    + " distinct ones up to " + (count - 1));
        }
    }

    /// Deals rows to folds of equal size, by chance.
    ///
    /// @param count of folds, from 2 to the number of rows
    public static int[] deal(int rows, int count, long seed) {
        if (count < 2 || count > rows) {
            throw new IllegalArgumentException("folds must be from 2 to the rows' " + rows + ", got " + count);
        }
        var folds = IntStream.range(0, rows).map(row -> row % count).toArray();
        var random = new SplittableRandom(seed);
        for (int row = rows - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            int fold = folds[row];
            folds[row] = folds[other];
            folds[other] = fold;
        }
        return folds;
    }

    /// The predictions of every fold, in order.
    ///
    /// @param training makes a model; called once for each fold, on several threads
    public List<FoldPredictions> run(Function<RatingMatrix, RatingModel> training) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(fold -> predict(fold, training))
                .toList();
    }

    /// The predictions of one fold.
    public FoldPredictions run(int fold, Function<RatingMatrix, RatingModel> training) {
        if (fold < 0 || fold >= count) {
            throw new IllegalArgumentException("fold must be from 0 to " + (count - 1) + ", got " + fold);
        }
        return predict(fold, training);
    }

    private FoldPredictions predict(int fold, Function<RatingMatrix, RatingModel> training) {
        var train = new ArrayList<Interaction>();
        var test = new ArrayList<Interaction>();
        for (int row = 0; row < folds.length; row++) {
            (folds[row] == fold ? test : train).add(rows.get(row));
        }
        var matrix = RatingMatrix.of(catalog, train);
        var model = training.apply(matrix);
        var byUser = new LinkedHashMap<String, List<Integer>>();
        for (int row = 0; row < test.size(); row++) {
            byUser.computeIfAbsent(test.get(row).user(), user -> new ArrayList<>())
                    .add(row);
        }
        var predictions = new RatingPrediction[test.size()];
        List.copyOf(byUser.entrySet()).parallelStream().forEach(entry -> {
            var profile = model.profile(history(matrix, entry.getKey()));
            for (int row : entry.getValue()) {
                predictions[row] =
                        profile.predict(catalog.position(test.get(row).item()));
            }
        });
        return new FoldPredictions(fold, model.name(), model.parameters(), test, List.of(predictions));
    }

    private static History history(RatingMatrix matrix, String user) {
        var position = matrix.user(user);
        return position.isPresent() ? matrix.history(position.getAsInt()) : new History(user, List.of());
    }
}
