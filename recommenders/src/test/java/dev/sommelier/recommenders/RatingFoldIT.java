package dev.sommelier.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.evaluation.Rmse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our rating predictors beside Surprise's on the first of its five folds of MovieLens 100K. The models are alike, not
/// equal: Surprise fits its biases by alternating least squares.
class RatingFoldIT {
    private static final String BASELINE = "BaselineOnly ALS (10 epochs, reg_u 15, reg_i 10)";
    private static final String ITEM_KNN = "KNNBaseline item pearson_baseline shrinkage=100 k=40";

    private Map<String, Double> expectedRmse = Map.of();
    private TrainingSet train = Fixtures.ofRatings(0);
    private List<Interaction> test = List.of();

    @BeforeEach
    void read() throws IOException {
        var folder = Path.of(System.getProperty("sommelier.shared", "."), "surprise-golden");
        assumeTrue(Files.exists(folder), "the shared folder with surprise-golden is missing (sommelier.shared)");
        var rows = Ml100kFile.read();
        var folds = Files.readAllLines(folder.resolve("ml-100k-kfold5-seed0.txt"));
        var events = new LinkedHashMap<String, List<Event>>();
        test = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            var own = events.computeIfAbsent(rows.get(i).user(), user -> new ArrayList<>());
            if (folds.get(i).equals("0")) {
                test.add(rows.get(i));
            } else {
                own.add(rows.get(i).event());
            }
        }
        var histories = new ArrayList<History>();
        events.forEach((user, own) -> histories.add(new History(user, own)));
        train = new TrainingSet(LeaveLastOut.of(rows).train().catalog(), histories);
        expectedRmse = new LinkedHashMap<>();
        for (var line : Files.readAllLines(folder.resolve("expected.tsv"))) {
            var fields = line.split("\t", -1);
            if (fields[1].equals("0")) {
                expectedRmse.put(fields[0], Double.parseDouble(fields[3]));
            }
        }
    }

    @Test
    void theBiasIsAsGoodAsSurprisesBaseline() {
        assertThat(rmse(DampedBias.train(train, 5))).isCloseTo(expectedRmse.get(BASELINE), within(0.01));
    }

    @Test
    void itemKnnIsAsGoodAsSurprises() {
        assertThat(rmse(ItemKnnRating.train(train, ItemKnnRatingOptions.defaults())))
                .isCloseTo(expectedRmse.get(ITEM_KNN), within(0.01));
    }

    private double rmse(RatingPredictor predictor) {
        var clipped = new ClippedPredictor(predictor, new RatingScale(1, 5, 1));
        var histories = new LinkedHashMap<String, History>();
        train.histories().forEach(history -> histories.put(history.user(), history));
        return Rmse.of(
                test.stream().mapToDouble(Interaction::rating).toArray(),
                test.stream()
                        .mapToDouble(row -> clipped.predict(
                                histories.getOrDefault(row.user(), new History(row.user(), List.of())), row.item()))
                        .toArray());
    }
}
