package dev.sommelier.recommenders.topn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import dev.sommelier.core.TrainingSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every model on degenerate data: numbers, never NaN, and no failure.
class BadInputTest {
    @ParameterizedTest
    @MethodSource("dev.sommelier.recommenders.DegenerateSets#all")
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
    @MethodSource("dev.sommelier.recommenders.DegenerateSets#all")
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
}
