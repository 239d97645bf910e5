package dev.sommelier.recommenders.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// LensKit's stored predictions on MovieLens latest small of 2016.
class LensKitGoldenIT {
    private Path shared = Path.of("");
    private List<Interaction> rows = List.of();

    @BeforeEach
    void read() throws IOException {
        shared = Path.of(System.getProperty("sommelier.shared", "."));
        var ratings = shared.resolve("ml-latest-small-2016").resolve("ratings.csv");
        assumeTrue(Files.exists(ratings), "the shared folder with ml-latest-small-2016 is missing (sommelier.shared)");
        rows = Files.readAllLines(ratings).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(row -> new Interaction(row[0], row[1], Double.parseDouble(row[2]), Long.parseLong(row[3])))
                .toList();
    }

    @Test
    void userUserPredictionsAreEqual() throws IOException {
        var equal = equal(RatingKnnOptions.lensKitUserUser(), "user-user-preds.csv", 1e-9);

        assertThat(equal).isEqualTo(1756);
    }

    /// The one that differs is a tie at the twentieth neighbour.
    @Test
    void itemItemPredictionsAreEqual() throws IOException {
        var equal = equal(RatingKnnOptions.lensKitItemItem(), "item-item-preds.csv", 1e-6);

        assertThat(equal).isGreaterThanOrEqualTo(1287);
    }

    private int equal(RatingKnnOptions options, String file, double tolerance) throws IOException {
        var items = rows.stream()
                .map(Interaction::item)
                .distinct()
                .map(id -> new Item(id, "Film " + id, Map.of()))
                .toList();
        var matrix = RatingMatrix.of(new Catalog(items, List.of()), rows);
        var model = RatingKnn.train(matrix, options);
        int equal = 0;
        for (var line : Files.readAllLines(shared.resolve("lenskit-golden").resolve(file)).stream()
                .skip(1)
                .toList()) {
            var fields = line.split(",", -1);
            if (fields[2].isEmpty()) {
                continue;
            }
            var history = matrix.history(matrix.user(fields[0]).orElseThrow());
            double ours = model.predict(history, fields[1]);
            equal += Math.abs(ours - Double.parseDouble(fields[2])) <= tolerance ? 1 : 0;
        }
        return equal;
    }
}
