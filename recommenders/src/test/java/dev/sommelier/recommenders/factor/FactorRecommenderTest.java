package dev.sommelier.recommenders.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Query;
import dev.sommelier.core.TopK;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorRecommenderTest {
    private static final TrainingSet TRAIN = Sets.random(150, 101, 8);
    private static final Catalog CATALOG = TRAIN.catalog();
    private static final ImplicitAls MODEL = ImplicitAls.train(TRAIN, new AlsOptions(20, 0.3, 4, 3, 9));
    private final FactorRecommender recommender = new FactorRecommender(MODEL);

    @ParameterizedTest
    @CsvSource({"1,1", "3,5", "64,10", "67,7", "150,101", "150,5000"})
    void batchesOfAnySizeGiveTheListsOfTheScores(int users, int k) {
        var queries = TRAIN.histories().stream()
                .limit(users)
                .map(history -> Query.top(k, history))
                .toList();

        assertThat(recommender.recommendAll(queries))
                .isEqualTo(queries.stream()
                        .map(query -> TopK.list(CATALOG, MODEL.score(query.history()), query))
                        .toList());
    }

    @Test
    void queriesOfOneBatchMayDifferInLengthAndCandidates() {
        var queries = new ArrayList<Query>();
        for (int u = 0; u < 40; u++) {
            var candidates =
                    u % 4 == 0 ? Optional.of(Set.of("i" + u, "i90", "i91", "i3", "elsewhere")) : noCandidates();
            queries.add(new Query(TRAIN.histories().get(u), 1 + u % 3, candidates));
        }

        assertThat(recommender.recommendAll(queries))
                .isEqualTo(queries.stream()
                        .map(query -> TopK.list(CATALOG, MODEL.score(query.history()), query))
                        .toList());
        assertThat(recommender.recommend(queries.get(4)))
                .isEqualTo(recommender.recommendAll(queries).get(4));
    }

    @Test
    void aFilterLeavesTheBestOfWhatItAllows() {
        var filter = ItemFilter.having(CATALOG, "genre", "third");
        var thirds = CATALOG.items().stream()
                .filter(item -> item.values("genre").contains("third"))
                .map(item -> item.id())
                .collect(Collectors.toSet());
        var queries =
                TRAIN.histories().stream().map(history -> Query.top(5, history)).toList();

        var lists = recommender.recommendAll(queries, filter);

        for (int q = 0; q < queries.size(); q++) {
            var history = queries.get(q).history();
            assertThat(lists.get(q))
                    .isEqualTo(TopK.list(CATALOG, MODEL.score(history), new Query(history, 5, Optional.of(thirds))));
        }
    }

    @Test
    void aFilterOrCandidatesThatLeaveNothingGiveAnEmptyList() {
        var query = Query.top(5, Sets.liked(""));
        var none = new Query(query.history(), 5, Optional.of(Set.of("elsewhere")));

        assertThat(recommender.recommendAll(List.of(query), ItemFilter.having(CATALOG, "genre", "none")))
                .allMatch(list -> list.entries().isEmpty());
        assertThat(recommender.recommend(none).entries()).isEmpty();
        assertThat(recommender.recommendAll(List.of())).isEmpty();
    }

    @Test
    void equalScoresAreInCatalogueOrder() {
        // a history without events scores every item 0
        var query = Query.top(4, new History("new", List.of()));

        assertThat(recommender.recommend(query).items()).containsExactly("i0", "i1", "i2", "i3");
        assertThat(recommender.recommendAll(List.of(query, query, query)))
                .allMatch(list -> list.items().equals(List.of("i0", "i1", "i2", "i3")));
    }

    @Test
    void threadsDoNotChangeLists() {
        var queries =
                TRAIN.histories().stream().map(history -> Query.top(9, history)).toList();
        try (var one = new ForkJoinPool(1);
                var four = new ForkJoinPool(4)) {
            assertThat(four.submit(() -> recommender.recommendAll(queries)).join())
                    .isEqualTo(
                            one.submit(() -> recommender.recommendAll(queries)).join());
        }
    }

    @Test
    void aFilterOfAnotherCatalogueAndAnUnknownItemAreErrors() {
        var other = ItemFilter.all(Sets.ofLetters(3).catalog());

        assertThatThrownBy(() -> recommender.recommendAll(List.of(), other))
                .hasMessage("the filter was made for another catalogue than the model's");
        assertThatThrownBy(() -> recommender.recommend(Query.top(3, Sets.liked("z"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("item \"z\" is not in the catalogue");
        assertThat(recommender.name() + " " + recommender.parameters()).isEqualTo("iALS " + MODEL.parameters());
    }

    private static Optional<Set<String>> noCandidates() {
        return Optional.empty();
    }
}
