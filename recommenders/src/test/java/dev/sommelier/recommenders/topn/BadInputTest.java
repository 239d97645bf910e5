package dev.sommelier.recommenders.topn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every model on degenerate data: numbers, never NaN, and no failure.
class BadInputTest {
    static Stream<TrainingSet> sets() {
        return Stream.of(
                new TrainingSet(new Catalog(List.of(), List.of()), List.of()),
                Fixtures.ofLetters(3),
                Fixtures.ofLetters(3, "", ""),
                Fixtures.ofLetters(1, "a"),
                Fixtures.ofLetters(4, "ab"),
                Fixtures.ofLetters(4, "abcd", "a"),
                Fixtures.ofLetters(4, "abcd", "abcd"),
                Fixtures.ofLetters(4, "aaaa", "abab"),
                strange());
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyModelGivesFiniteScores(TrainingSet train) {
        for (var model : Models.all(train)) {
            for (var history : Stream.concat(train.histories().stream(), Stream.of(new History("new", List.of())))
                    .toList()) {
                assertThat(model.score(history))
                        .as(model.name())
                        .hasSize(train.catalog().size())
                        .satisfies(scores -> {
                            for (double score : scores) {
                                assertThat(score).as(model.name()).isFinite();
                            }
                        });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void moreThanThereIsGivesAllThatIsLeft(TrainingSet train) {
        for (ItemScorer model : Models.all(train)) {
            var recommender = new ScorerRecommender(model);
            var all = new History("new", List.of());

            assertThat(recommender.recommend(Query.top(1000, all)).items())
                    .hasSize(train.catalog().size());
            assertThat(recommender
                            .recommend(new Query(all, 5, Optional.of(Set.of())))
                            .items())
                    .isEmpty();
        }
    }

    /// Ids with spaces, quotes and other alphabets, and impossible ratings, which no list model looks at.
    private static TrainingSet strange() {
        var ids = List.of("a b", "\"quoted\"", "\u00e9\u4e2d\ud83d\ude00", "tab\there");
        var catalog = new Catalog(
                ids.stream()
                        .map(id -> new Item(id, id, Map.of("k", List.of(id, "x"))))
                        .toList(),
                List.of("k"));
        return new TrainingSet(
                catalog,
                List.of(
                        new History(
                                "user \"1\"",
                                List.of(
                                        new Event(ids.get(0), Double.NaN, 5),
                                        new Event(ids.get(1), Double.POSITIVE_INFINITY, 6))),
                        new History("\u00fc", List.of(new Event(ids.get(1), -7, 1), new Event(ids.get(2), 1e300, 2)))));
    }
}
