package dev.sommelier.recommenders.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.History;
import dev.sommelier.core.Query;
import dev.sommelier.core.TrainingSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Factor models on degenerate data, with more factors than there are items: numbers, never NaN, and no failure.
class FactorBadInputTest {
    private static final int FACTORS = 24;

    @ParameterizedTest
    @MethodSource("dev.sommelier.recommenders.DegenerateSets#all")
    void everyModelGivesFiniteScores(TrainingSet train) {
        for (var model : models(train)) {
            for (var history : Stream.concat(train.histories().stream(), Stream.of(new History("new", List.of())))
                    .toList()) {
                assertThat(model.score(history))
                        .as(model.name() + " " + model.parameters())
                        .hasSize(train.catalog().size())
                        .satisfies(scores -> {
                            for (double score : scores) {
                                assertThat(score).isFinite();
                            }
                        });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.sommelier.recommenders.DegenerateSets#all")
    void moreThanThereIsGivesAllThatIsLeft(TrainingSet train) {
        for (var model : models(train)) {
            var recommender = new FactorRecommender(model);
            var stranger = new History("new", List.of());

            assertThat(recommender.recommend(Query.top(1000, stranger)).items())
                    .as(model.name())
                    .hasSize(train.catalog().size());
            assertThat(recommender
                            .recommend(new Query(stranger, 5, Optional.of(Set.of())))
                            .items())
                    .isEmpty();
            for (var history : train.histories()) {
                assertThat(recommender.recommend(Query.top(1000, history)).items())
                        .as(model.name())
                        .hasSize(train.catalog().size()
                                - (int) history.items().stream().distinct().count());
            }
        }
    }

    private static List<FactorModel> models(TrainingSet train) {
        var als = new AlsOptions(FACTORS, 0.1, 4, 3, 1);
        return List.of(
                ImplicitAls.train(train, als),
                ImplicitAls.train(train, als.with(new AlsSolver.ConjugateGradient(3))),
                Bpr.train(train, new BprOptions(FACTORS, 0.05, 0.01, 5, 1)),
                LightGcn.train(train, new LightGcnOptions(FACTORS, 2, 0.01, 1e-3, 4, 5, 1)));
    }
}
