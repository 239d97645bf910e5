package dev.sommelier.recommenders.topn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.Query;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HybridTest {
    /// Items 0 to 19 are green, 20 to 39 red; nobody had contact with 19 and 39.
    private static final TrainingSet TRAIN = colours();

    @Test
    void aMemberThatKnowsGetsMoreWeightThanChance() {
        var hybrid = Hybrid.train(
                TRAIN,
                List.of(
                        HybridMember.content(new RandomScorer(TRAIN.catalog(), 3)),
                        HybridMember.content(ContentBased.ofAttributes(TRAIN.catalog()))));

        assertThat(hybrid.weights().get(1)).isGreaterThan(0.5);
        assertThat(hybrid.weights().get(0)).isCloseTo(0, within(0.3));
    }

    @Test
    void anItemWithoutInteractionsIsRecommendedByItsContent() {
        var hybrid = Hybrid.train(
                TRAIN,
                List.of(
                        HybridMember.collaborative(train -> Ease.train(train, 5)),
                        HybridMember.content(ContentBased.ofAttributes(TRAIN.catalog()))));
        var history =
                History.ofLiked(IntStream.range(0, 16).mapToObj(i -> "i" + i).toList(), 1);

        var list =
                new ScorerRecommender(hybrid).recommend(Query.top(4, history)).items();

        assertThat(list).contains("i19").doesNotContain("i39");
    }

    @Test
    void withNobodyToLearnFromAllWeighOne() {
        var hybrid = Hybrid.train(
                Fixtures.ofLetters(3, "a", "b"),
                List.of(
                        HybridMember.collaborative(Popularity::train),
                        HybridMember.collaborative(train -> ItemKnn.train(train, 2, 0))));

        assertThat(hybrid.weights()).containsExactly(1.0, 1.0);
        assertThatThrownBy(() -> Hybrid.train(TRAIN, List.of())).hasMessage("a hybrid needs at least one member");
    }

    @Test
    void choiceWeightsAreWhereTheDerivativeIsZero() {
        var random = new SplittableRandom(4);
        var examples = IntStream.range(0, 50)
                .mapToObj(e -> new ChoiceModel.Example(
                        new double[][] {
                            random.doubles(6).toArray(), random.doubles(6).toArray()
                        },
                        e % 2))
                .toList();

        double[] weights = ChoiceModel.fit(2, examples);

        for (int m = 0; m < 2; m++) {
            double slope = -weights[m];
            for (var example : examples) {
                double total = 0;
                double mean = 0;
                for (int a = 0; a < 6; a++) {
                    double power =
                            Math.exp(weights[0] * example.features()[0][a] + weights[1] * example.features()[1][a]);
                    total += power;
                    mean += power * example.features()[m][a];
                }
                slope += example.features()[m][example.chosen()] - mean / total;
            }
            assertThat(slope).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void rareAttributeValuesCountMore() {
        var catalog = new Catalog(
                List.of(
                        item("1", List.of("x", "rare")),
                        item("2", List.of("x")),
                        item("3", List.of("rare")),
                        item("4", List.of("x", "y")),
                        item("5", List.of())),
                List.of("tag"));

        var scores = ContentBased.ofAttributes(catalog).score(History.ofLiked(List.of("1"), 1));

        assertThat(scores[0]).isCloseTo(1, within(1e-12));
        assertThat(scores[2]).isGreaterThan(scores[1]);
        assertThat(scores[4]).isZero();
    }

    private static Item item(String id, List<String> tags) {
        return new Item(id, "Title " + id, Map.of("tag", tags));
    }

    private static TrainingSet colours() {
        var items = IntStream.range(0, 40)
                .mapToObj(i -> new Item("i" + i, "Title " + i, Map.of("colour", List.of(i < 20 ? "green" : "red"))))
                .toList();
        var random = new SplittableRandom(9);
        var histories = new ArrayList<History>();
        for (int u = 0; u < 60; u++) {
            int first = u % 2 == 0 ? 0 : 20;
            var events = new ArrayList<Event>();
            for (int i = 0; i < 19; i++) {
                if (random.nextInt(2) == 0) {
                    events.add(new Event("i" + (first + i), 1, i));
                }
            }
            histories.add(new History("u" + u, events));
        }
        return new TrainingSet(new Catalog(items, List.of("colour")), histories);
    }
}
