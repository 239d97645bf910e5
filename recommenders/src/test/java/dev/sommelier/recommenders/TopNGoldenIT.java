package dev.sommelier.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.ItemScorer;
import dev.sommelier.recommenders.topn.Ease;
import dev.sommelier.recommenders.topn.ItemKnn;
import dev.sommelier.recommenders.topn.Popularity;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our models against published figures on the real MovieLens 100K.
class TopNGoldenIT {
    /// The figures have four decimals.
    private static final Offset<Double> EXACT = within(0.00005 + 1e-9);

    private TopNGolden golden = new TopNGolden(Map.of());
    private LeaveLastOut split = new LeaveLastOut(Fixtures.ofLetters(0), Map.of());

    @BeforeEach
    void read() throws IOException {
        golden = TopNGolden.read();
        split = LeaveLastOut.of(Ml100kFile.read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Popularity",
                "EASE lambda=100",
                "EASE lambda=250",
                "EASE lambda=500",
                "ItemKNN cosine, all neighbours",
                "ItemKNN cosine, each item keeps its 100 most similar items"
            })
    void exactModelsEqualThePublishedFigures(String model) {
        assertThat(measure(exact(model))).as(model).containsExactly(golden.row(model), EXACT);
    }

    private double[] measure(ItemScorer scorer) {
        return TopNGolden.measure(scorer, split.train(), split.testItems());
    }

    private ItemScorer exact(String model) {
        var train = split.train();
        return switch (model) {
            case "Popularity" -> Popularity.train(train);
            case "ItemKNN cosine, all neighbours" ->
                ItemKnn.train(train, train.catalog().size(), 0);
            case "ItemKNN cosine, each item keeps its 100 most similar items" -> ItemKnn.train(train, 100, 0);
            default -> Ease.train(train, Double.parseDouble(model.substring(model.indexOf('=') + 1)));
        };
    }
}
