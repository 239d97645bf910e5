package dev.sommelier.benchmarks.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.evaluation.Rmse;
import dev.sommelier.recommenders.rating.CrossValidation;
import dev.sommelier.recommenders.rating.RatingKnn;
import dev.sommelier.recommenders.rating.RatingKnnOptions;
import dev.sommelier.recommenders.rating.RatingKnnOptions.Estimate;
import dev.sommelier.recommenders.rating.RatingKnnOptions.Side;
import dev.sommelier.recommenders.rating.RatingMatrix;
import dev.sommelier.recommenders.rating.RatingModel;
import dev.sommelier.recommenders.rating.SgdOptions;
import dev.sommelier.recommenders.rating.SlopeOne;
import dev.sommelier.recommenders.rating.Svd;
import dev.sommelier.recommenders.rating.SvdPlusPlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Times five-fold cross-validation, training and all predictions: `FILE MODEL ROUNDS` prints the seconds of each
/// round,
/// the first with the compiler's warm-up, and the mean RMSE of the clipped predictions.
///
/// `FILE` is MovieLens 100K's `u.data`, or that with a line of headings; `MODEL` is one of `knn`, `slopeone`, `svd` and
/// `svdpp`.
public final class RatingBenchmark {
    private static final int FOLDS = 5;
    private static final RatingScale SCALE = new RatingScale(1, 5, 1);

    private RatingBenchmark() {}

    /// @param arguments the file, the model and the number of rounds
    public static void main(String[] arguments) throws IOException {
        var rows = Files.readAllLines(Path.of(arguments[0])).stream()
                .filter(line -> !line.startsWith("user"))
                .map(line -> line.split("\t", -1))
                .map(row -> new Interaction(row[0], row[1], Double.parseDouble(row[2]), Long.parseLong(row[3])))
                .toList();
        var items = rows.stream()
                .map(Interaction::item)
                .distinct()
                .map(id -> new Item(id, "Film " + id, Map.of()))
                .toList();
        var validation =
                new CrossValidation(new Catalog(items, List.of()), rows, CrossValidation.deal(rows.size(), FOLDS, 42));
        var training = training(arguments[1]);
        double rmse = 0;
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            long start = System.nanoTime();
            var folds = validation.run(training);
            System.out.printf(Locale.ROOT, "%.2f ", (System.nanoTime() - start) / 1e9);
            rmse = folds.stream()
                    .mapToDouble(fold -> Rmse.of(fold.truth(), fold.clipped(SCALE)))
                    .average()
                    .orElseThrow();
        }
        System.out.printf(Locale.ROOT, "RMSE %.4f%n", rmse);
    }

    private static Function<RatingMatrix, RatingModel> training(String model) {
        return switch (model) {
            case "knn" ->
                matrix -> RatingKnn.train(matrix, RatingKnnOptions.of(Side.USER).with(Estimate.BASELINE));
            case "slopeone" -> SlopeOne::train;
            case "svd" -> matrix -> Svd.train(matrix, SgdOptions.svd(1));
            case "svdpp" -> matrix -> SvdPlusPlus.train(matrix, SgdOptions.svdPlusPlus(1));
            default ->
                throw new IllegalArgumentException("the model must be knn, slopeone, svd or svdpp, got " + model);
        };
    }
}
