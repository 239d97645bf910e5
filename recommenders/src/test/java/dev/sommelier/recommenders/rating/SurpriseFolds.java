package dev.sommelier.recommenders.rating;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.evaluation.Mae;
import dev.sommelier.evaluation.Rmse;
import dev.sommelier.recommenders.Ml100kFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// MovieLens 100K in the folds and the row order of Surprise's `KFold(5, random_state=0)`, and what it measured there.
final class SurpriseFolds {
    static final int FOLDS = 5;
    private static final RatingScale SCALE = new RatingScale(1, 5, 1);

    private final CrossValidation validation;
    private final List<String> expected;

    private SurpriseFolds(CrossValidation validation, List<String> expected) {
        this.validation = validation;
        this.expected = expected;
    }

    /// Skips the test where the data are missing.
    static SurpriseFolds read() throws IOException {
        var folder = Path.of(System.getProperty("sommelier.shared", "."), "surprise-golden");
        assumeTrue(Files.exists(folder), "the shared folder with surprise-golden is missing (sommelier.shared)");
        var rows = Ml100kFile.read();
        var fileFolds = Files.readAllLines(folder.resolve("ml-100k-kfold5-seed0.txt"));
        var order = NumpyShuffle.order(rows.size(), 0);
        var shuffled = new ArrayList<Interaction>();
        var folds = new int[order.length];
        for (int n = 0; n < order.length; n++) {
            shuffled.add(rows.get(order[n]));
            folds[n] = Integer.parseInt(fileFolds.get(order[n]));
        }
        var items = shuffled.stream()
                .map(Interaction::item)
                .distinct()
                .map(id -> new Item(id, "Film " + id, Map.of()))
                .toList();
        return new SurpriseFolds(
                new CrossValidation(new Catalog(items, List.of()), shuffled, folds),
                Files.readAllLines(folder.resolve("expected.tsv")));
    }

    CrossValidation validation() {
        return validation;
    }

    /// Our error in every fold, predictions clipped to 1..5 as Surprise does.
    List<Errors> measure(Function<RatingMatrix, RatingModel> training) {
        return validation.run(training).stream().map(SurpriseFolds::errors).toList();
    }

    static Errors errors(FoldPredictions fold) {
        return new Errors(Rmse.of(fold.truth(), fold.clipped(SCALE)), Mae.of(fold.truth(), fold.clipped(SCALE)));
    }

    /// Surprise's error in every fold.
    List<Errors> stored(String model) {
        var stored = expected.stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields[0].equals(model))
                .map(fields -> new Errors(Double.parseDouble(fields[3]), Double.parseDouble(fields[4])))
                .toList();
        if (stored.size() != FOLDS) {
            throw new IllegalArgumentException("expected.tsv has " + stored.size() + " rows of " + model);
        }
        return stored;
    }

    static Errors mean(List<Errors> errors) {
        return new Errors(
                errors.stream().mapToDouble(Errors::rmse).average().orElseThrow(),
                errors.stream().mapToDouble(Errors::mae).average().orElseThrow());
    }

    record Errors(double rmse, double mae) {}
}
