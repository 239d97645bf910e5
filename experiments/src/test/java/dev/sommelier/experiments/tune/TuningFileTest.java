package dev.sommelier.experiments.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuningFileTest {
    private static final Map<String, KindFacts> KINDS = Map.of(
            "ease", new KindFacts(ModelParameters.parse("lambda=100"), Set.of(TaskType.RANKING)),
            "knn", new KindFacts(ModelParameters.parse("neighbours=20 similarity=cosine"), Set.of(TaskType.RANKING)),
            "bpr", new KindFacts(ModelParameters.parse("rate=0.02 epochs=200"), Set.of(TaskType.RANKING)),
            "bias", new KindFacts(ModelParameters.parse("damping=10"), Set.of(TaskType.RATING)));

    private static Tuning read(String contender) {
        return TuningFile.read("t.yaml", "name: T\ndata: d\ntrials: 9\ncontenders:\n  - " + contender + "\n", KINDS);
    }

    @Test
    void aContenderTakesTheDefaultsOfTheFileUnlessItHasItsOwn() {
        var tuning = read("{kind: ease, lambda: [20, 2000, log], rounds: 2}");

        assertThat(tuning.task()).isEqualTo(new TaskSpec.Ranking(10, "NDCG", Optional.empty()));
        var ease = tuning.contenders().getFirst();
        assertThat(ease.candidates()).hasSize(10).doesNotHaveDuplicates();
        assertThat(ease.candidates().getFirst()).isEqualTo(ModelParameters.parse("lambda=100"));
        assertThat(ease.candidates())
                .allSatisfy(one -> assertThat(one.number("lambda")).isBetween(20.0, 2000.0));
        assertThat(ease.rounds()).isEqualTo(2);
        assertThat(ease.reduction()).isEqualTo(3);
    }

    @Test
    void aSpaceNoLargerThanTheTrialsIsTriedWhole() {
        var knn = read("{kind: knn, neighbours: [10, 20, 40], similarity: [cosine, jaccard]}")
                .contenders()
                .getFirst();

        assertThat(knn.candidates().stream().map(ModelParameters::toString))
                .containsExactly(
                        "neighbours=20 similarity=cosine",
                        "neighbours=10 similarity=cosine",
                        "neighbours=10 similarity=jaccard",
                        "neighbours=20 similarity=jaccard",
                        "neighbours=40 similarity=cosine",
                        "neighbours=40 similarity=jaccard");
    }

    @Test
    void aLargerWishBeginsWithTheSmallerOneAndNoOtherContenderMovesTheDraws() {
        var few = read("{kind: ease, lambda: [1, 1000, log], trials: 5}");
        var many = read("{kind: ease, lambda: [1, 1000, log], trials: 8}\n  - {kind: bpr, rate: [0.1, 1, linear]}");

        assertThat(many.contenders().getFirst().candidates())
                .startsWith(few.contenders().getFirst().candidates().toArray(ModelParameters[]::new));
    }

    @Test
    void theBudgetIsTheEpochsWhereThereAreAnyElseTheUsers() {
        var bpr = read("{kind: bpr, rate: [0.001, 0.1, log], epochs: 90}")
                .contenders()
                .getFirst();
        var drawn = bpr.candidates().get(1);

        assertThat(bpr.within(drawn, 0).integer("epochs")).isEqualTo(10);
        assertThat(bpr.within(drawn, 1).integer("epochs")).isEqualTo(30);
        assertThat(bpr.within(drawn, 2)).isEqualTo(drawn);
        assertThat(bpr.users(900, 0)).isEqualTo(900);
        assertThat(new int[] {bpr.size(0), bpr.size(1), bpr.size(2)}).containsExactly(10, 5, 3);
        var ease = read("{kind: ease, lambda: [1, 9, linear]}").contenders().getFirst();
        assertThat(new int[] {ease.users(900, 0), ease.users(900, 1), ease.users(900, 2)})
                .containsExactly(100, 300, 900);
    }

    @Test
    void whatLiesAtTheEdgeOrOutsideIsSaid() {
        var space = read("{kind: ease, lambda: [10, 1000, log]}")
                .contenders()
                .getFirst()
                .space();

        assertThat(space.edges(ModelParameters.parse("lambda=100"))).isEmpty();
        assertThat(space.edges(ModelParameters.parse("lambda=900"))).containsExactly("lambda 900 is at the upper end");
        assertThat(space.edges(ModelParameters.parse("lambda=12"))).containsExactly("lambda 12 is at the lower end");
        assertThat(space.edges(ModelParameters.parse("lambda=5")))
                .containsExactly("lambda 5 is outside of [10, 1000, log]");
        var list = read("{kind: knn, neighbours: [10, 20, 40], similarity: [cosine, jaccard]}")
                .contenders()
                .getFirst()
                .space();
        assertThat(list.edges(ModelParameters.parse("neighbours=10 similarity=jaccard")))
                .containsExactly("neighbours 10 is at the smallest");
        assertThat(list.edges(ModelParameters.parse("neighbours=20 similarity=cosine")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {kind: ease, lamda: 3}                  | t.yaml:5:18: "lamda" is no key of a contender of kind ease; the nearest is "lambda"
                    {kind: ease, lambda: [100, 50, log]}    | t.yaml:5:32: the range of lambda ends above its beginning 100, got 50
                    {kind: ease, lambda: [0, 50, log]}      | t.yaml:5:27: each end of lambda is a number above 0, got "0"
                    {kind: knn, neighbours: [1.5, 5, whole]}| t.yaml:5:30: each end of neighbours is a whole number, got "1.5"
                    {kind: knn, neighbours: [a, 5, whole]}  | t.yaml:5:30: each end of neighbours is a whole number, got "a"
                    {kind: knn, neighbours: [5, 5]}         | t.yaml:5:29: neighbours lists each value once, got [5, 5]
                    {kind: knn, neighbours: []}             | got an empty list
                    {kind: bias, damping: [1, 2]}           | bias does not take part in the task ranking, it is for [rating]
                    {kind: eas}                             | there is no kind of contender "eas"; the nearest is "ease"
                    """)
    void faultsAreToldWithTheirPlace(String contender, String message) {
        assertThatThrownBy(() -> read(contender)).hasMessageContaining(message);
    }

    @Test
    void reRankingIsNoTaskToTuneBy() {
        assertThatThrownBy(() -> TuningFile.read(
                        "t.yaml",
                        "name: T\ndata: d\ntask: {task: rerank, from: ease}\ncontenders: [{kind: ease}]\n",
                        KINDS))
                .hasMessageContaining("re-ranking needs the candidates of another contender");
    }
}
