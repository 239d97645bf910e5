package dev.sommelier.recommenders.topn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.History;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Fixtures;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextModelsTest {
    private static final double ROOT = Math.sqrt(0.5);

    @Test
    void aNeighbourCountsForTheItemThatKeepsIt() {
        // a and b read alike, c stands between them and d, d is near c alone
        var train = Fixtures.ofLetters(4, "ab");
        var encoder = fixed(new float[][] {{1, 0}, {1, 0}, {1, 1}, {0, 1}});

        var scores = TextKnn.train(train, encoder, 1).score(Fixtures.liked("a"));

        // b keeps a (1), c keeps a (the first of equal cosines), d keeps c
        assertThat(scores).containsExactly(new double[] {0, 1, ROOT, 0}, within(1e-12));
        assertThat(TextKnn.train(train, encoder, 4).score(Fixtures.liked("c")))
                .containsExactly(new double[] {ROOT, ROOT, 0, ROOT}, within(1e-12));
    }

    @Test
    void textsThatSayNothingOfEachOtherMakeTheMapEase() {
        var train = Fixtures.random(60, 12, 5);
        var map = TextMap.train(train, identity(12), learned(7));
        var ease = Ease.train(train, 7);

        for (var history : train.histories().subList(0, 10)) {
            assertThat(map.score(history)).containsExactly(ease.score(history), within(1e-9));
        }
    }

    @Test
    void noItemExplainsItself() {
        var train = Fixtures.random(80, 20, 11);
        var map = TextMap.train(train, random(20, 6, 3), learned(2));

        for (int item = 0; item < 20; item++) {
            var alone = train.catalog().item(item).id();
            var history = History.ofLiked(List.of(alone), 5);
            assertThat(map.score(history)[item]).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void onlyAnItemThatIsItsTextIsRecommendedBeforeAnybodyKnowsIt() {
        // who likes a likes b; e reads like b, f like c, nobody knows either
        var train = Fixtures.ofLetters(6, "ab", "ab", "ab", "cd", "cd", "cd");
        var encoder = fixed(
                new float[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}, {0, 1, 0, 0.1f}, {0, 0, 1, 0.1f}
                });
        var text = TextMap.train(train, encoder, new TextMapOptions(1, TextMapOptions.Items.TEXT, 0.1));

        var scores = text.score(Fixtures.liked("a"));

        assertThat(scores[4]).isGreaterThan(0.3).isGreaterThan(scores[5] + 0.3);
        assertThat(TextMap.train(train, encoder, learned(1)).score(Fixtures.liked("a"))[4])
                .isZero();
    }

    @Test
    void optionsThatCannotWorkAreRefused() {
        var train = Fixtures.ofLetters(2, "ab");

        assertThatThrownBy(() -> TextKnn.train(train, identity(2), 0))
                .hasMessage("neighbours must be at least 1, got 0");
        assertThatThrownBy(() -> new TextMapOptions(0, TextMapOptions.Items.TEXT, 1))
                .hasMessage("lambda and smoothing must be above 0, got 0.0 and 1.0");
        assertThatThrownBy(() -> TextMap.train(train, fixed(new float[][] {{1}}), learned(1)))
                .hasMessage("fixed gave 1 vectors for 2 texts; it must give one for each");
    }

    @Test
    void parametersNameTheEncoder() {
        TrainingSet train = Fixtures.ofLetters(2, "ab");

        assertThat(TextKnn.train(train, identity(2), 3).parameters()).isEqualTo("encoder=fixed neighbours=3");
        assertThat(TextMap.train(train, identity(2), new TextMapOptions(2, TextMapOptions.Items.TEXT, 0.5))
                        .parameters())
                .isEqualTo("encoder=fixed dimensions=2 lambda=2 items=text smoothing=0.5");
        assertThat(TextMap.train(train, identity(2), learned(2)).parameters())
                .isEqualTo("encoder=fixed dimensions=2 lambda=2 items=learned");
    }

    private static TextMapOptions learned(double lambda) {
        return new TextMapOptions(lambda, TextMapOptions.Items.LEARNED, 1);
    }

    private static TextEncoder identity(int items) {
        var vectors = new float[items][items];
        for (int i = 0; i < items; i++) {
            vectors[i][i] = 1;
        }
        return fixed(vectors);
    }

    private static TextEncoder random(int items, int dimensions, long seed) {
        var random = new SplittableRandom(seed);
        var vectors = new float[items][dimensions];
        for (var vector : vectors) {
            for (int d = 0; d < dimensions; d++) {
                vector[d] = (float) random.nextDouble() - 0.5f;
            }
        }
        return fixed(vectors);
    }

    private static TextEncoder fixed(float[][] vectors) {
        return new TextEncoder() {
            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public float[][] encode(List<String> texts) {
                return vectors;
            }
        };
    }
}
