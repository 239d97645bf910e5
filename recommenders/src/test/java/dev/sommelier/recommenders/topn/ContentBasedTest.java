package dev.sommelier.recommenders.topn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentBasedTest {
    private final List<String> asked = new ArrayList<>();
    private final Catalog catalog = new Catalog(
            List.of(
                    new Item(
                            "1",
                            "Toy Story (1995)",
                            Map.of("genre", List.of("Animation", "Comedy"), "year", List.of("1995"))),
                    new Item("2", "Heat (1995)", Map.of("genre", List.of("Crime"))),
                    new Item("3", "Untold", Map.of())),
            List.of("genre"));

    @Test
    void anItemsTextIsItsTitleAndTheValuesOfTheCataloguesAttributes() {
        train(new float[][] {{1, 0}, {0, 1}, {1, 1}});

        assertThat(asked).containsExactly("Toy Story (1995). Animation, Comedy", "Heat (1995). Crime", "Untold");
    }

    @Test
    void scoresAreCosinesToTheMeanOfTheHistory() {
        // the third vector has length 1 after normalising, so the profile of 1 and 2 lies on it
        var content = train(new float[][] {{1, 0}, {0, 1}, {3, 3}});
        double half = Math.sqrt(0.5);

        assertThat(content.score(History.ofLiked(List.of("1", "2"), 5)))
                .containsExactly(new double[] {half, half, 1}, within(1e-12));
        assertThat(content.score(History.ofLiked(List.of("1"), 5)))
                .containsExactly(new double[] {1, 0, half}, within(1e-12));
    }

    @Test
    void anEmptyHistoryScoresEveryItemZero() {
        var content = train(new float[][] {{1, 0}, {0, 1}, {1, 1}});

        assertThat(content.score(new History("new", List.of()))).containsExactly(0, 0, 0);
        assertThat(content.parameters()).isEqualTo("encoder=fixed dimensions=2");
    }

    @Test
    void anEncoderThatGivesTheWrongNumberOfVectorsIsRefused() {
        assertThatThrownBy(() -> train(new float[][] {{1, 0}}))
                .hasMessage("fixed gave 1 vectors for 3 texts; it must give one for each");
        assertThatThrownBy(() -> train(new float[][] {{1, 0}, {1}, {1, 1}}))
                .hasMessage("fixed gave vectors of 2 and 1 dimensions; all must be of one length");
    }

    private ContentBased train(float[][] vectors) {
        return ContentBased.train(new TrainingSet(catalog, List.of()), new TextEncoder() {
            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public float[][] encode(List<String> texts) {
                asked.addAll(texts);
                return vectors;
            }
        });
    }
}
