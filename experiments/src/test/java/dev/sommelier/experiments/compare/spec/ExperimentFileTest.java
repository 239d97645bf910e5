package dev.sommelier.experiments.compare.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.evaluation.significance.Correction;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentFileTest {
    private static final Map<String, KindFacts> KINDS = kinds();

    private static Map<String, KindFacts> kinds() {
        var kinds = new LinkedHashMap<String, KindFacts>();
        var lists = Set.of(TaskType.RANKING, TaskType.RERANK);
        kinds.put("popularity", new KindFacts(ModelParameters.parse(""), lists));
        kinds.put("ease", new KindFacts(ModelParameters.parse("lambda=100"), lists));
        kinds.put("bias", new KindFacts(ModelParameters.parse(""), Set.of(TaskType.RATING)));
        return kinds;
    }

    @Test
    void readsContendersWithPresetsAndChangedParameters() {
        var experiment = read("""
                name: Small
                data: ml-100k
                tasks:
                  - ranking
                  - task: rerank
                    from: ["EASE 250"]
                    depth: 5
                    target: always
                    users: 30
                contenders:
                  - popularity
                  - ease
                  - kind: ease
                    name: EASE 250
                    lambda: 250
                statistics: {baseline: ease, correction: benjamini-hochberg, level: .01}
                """);

        assertThat(experiment.contenders())
                .extracting(ContenderSpec::name, ContenderSpec::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("popularity", "popularity"),
                        org.assertj.core.groups.Tuple.tuple("ease", "ease lambda=100"),
                        org.assertj.core.groups.Tuple.tuple("EASE 250", "ease lambda=250"));
        assertThat(experiment.tasks())
                .containsExactly(
                        new TaskSpec.Ranking(10, "NDCG", Optional.empty()),
                        new TaskSpec.Rerank(
                                List.of("EASE 250"), 5, TaskSpec.Target.ALWAYS, 10, "NDCG", Optional.of(30)));
        assertThat(experiment.statistics())
                .isEqualTo(new Statistics(Optional.of("ease"), Correction.BENJAMINI_HOCHBERG, .01, 2000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contender: [ease]|e.yaml:4:1: \"contender\" is no key of an experiment; the nearest is \"contenders\"",
                "contenders: [eese]|e.yaml:4:14: there is no kind of contender \"eese\"; the nearest is \"ease\"",
                "contenders: [{kind: ease, lamda: 3}]|e.yaml:4:27: \"lamda\" is no key of a contender of kind ease;"
                        + " the nearest is \"lambda\"",
                "contenders: [ease, ease]|e.yaml:4:20: a contender named \"ease\" stands at e.yaml:4:14 already",
                "contenders: [ease, bias]|e.yaml:4:20: bias takes part in none of the tasks",
                "contenders: []|e.yaml:4:13: at least one contender is needed",
                "contenders: {ease: 3}|e.yaml:4:13: a contender needs the key \"kind\"",
                "contenders: [[ease]]|e.yaml:4:14: a contender is a mapping (key: value), got a list",
                "contenders: [{kind: ease, lambda: [3]}]|e.yaml:4:35: lambda is a number, got a list",
                "contenders: [{kind: ease, lambda: ten}]|e.yaml:4:35: lambda is a number, got \"ten\"",
                "seed: x|e.yaml:1:1: an experiment needs the key \"contenders\"",
            })
    void tellsWhereAndWhatIsNearest(String line, String message) {
        assertThatThrownBy(() -> read("name: a\ndata: d\ntasks: [ranking]\n" + line + "\n"))
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rankng|e.yaml:4:9: task is one of ranking, rerank, rating, click, got \"rankng\"; the nearest is",
                "{task: ranking, k: 0}|e.yaml:4:28: k is a whole number from 1, got \"0\"",
                "{task: ranking, metric: MAE}|e.yaml:4:33: the metric \"MAE\" does not fit the task ranking",
                "{task: ranking, depth: 3}|e.yaml:4:25: \"depth\" is no key of the task ranking",
                "{task: rerank, from: bias}|e.yaml:4:30: from names what gives lists, got \"bias\"",
                "rerank|e.yaml:4:9: the task rerank is a mapping with the keys task and from",
                "rating|e.yaml:4:8: no contender takes part in the task rating",
            })
    void refusesTasksThatDoNotFit(String task, String message) {
        assertThatThrownBy(() -> read("name: a\ndata: d\ncontenders: [ease]\ntasks: [" + task + "]\n"))
                .hasMessageStartingWith(message);
    }

    @Test
    void factsTellTwoExperimentsApartButNotTheirStatistics() {
        var text = "name: a\ndata: d\ntasks: [ranking]\ncontenders: [ease]\n";

        assertThat(read(text + "statistics: {level: .1}\n").facts())
                .isEqualTo(read(text).facts());
        assertThat(read(text + "seed: 8\n").facts()).isNotEqualTo(read(text).facts());
    }

    private static final String HEAD = "name: a\ndata: d\ncontenders: [ease]\n";

    @Test
    void aTaskStandsOnceForEachLengthOfTheHistories() {
        var tasks = read(HEAD + "tasks: [{task: sequential, k: 5, histories: [1, 5, all], new-items: 3}]\n")
                .tasks();

        assertThat(tasks.stream().map(TaskSpec::text))
                .containsExactly(
                        "ranking k=5 metric=NDCG users=all last=1 new-items=3",
                        "ranking k=5 metric=NDCG users=all last=5 new-items=3",
                        "ranking k=5 metric=NDCG users=all new-items=3");
        assertThat(read(HEAD + "tasks: [{task: ranking, histories: 2, end: first}]\n")
                        .tasks()
                        .getFirst()
                        .text())
                .isEqualTo("ranking k=10 metric=NDCG users=all first=2");
        assertThat(read(HEAD + "tasks: [sequential]\n").tasks())
                .containsExactly(new TaskSpec.Ranking(10, "NDCG", Optional.empty()));
    }

    @Test
    void filtersAndSplitAreFactsAndABudgetIsNone() {
        var text = HEAD + "tasks: [ranking]\n";
        var experiment = read(text + "filters: {k-core: 5, min-rating: 4}\nsplit: {rule: user-temporal, test: 0.2}\n");

        assertThat(experiment.facts()).containsEntry("filters", "min-rating=4 k-core=5");
        assertThat(experiment.facts().get("split")).startsWith("user-temporal").contains("test=0.2");
        assertThat(read(text + "budget: {calls: 5, tokens: 100}\n").facts())
                .isEqualTo(read(text).facts());
        assertThat(read(text + "budget: {calls: 5}\n").limits().calls()).contains(5L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    filters: {k-cor: 5}            | e.yaml:5:11: "k-cor" is no key of filters; the nearest is "k-core"
                    filters: {k-core: five}        | e.yaml:5:19:
                    split: by-moon                 | e.yaml:5:8: there is no split "by-moon"
                    split: {rule: random, tst: 1}  | e.yaml:5:8:
                    split: {test: 0.1}             | e.yaml:5:8: a split needs the key "rule"
                    budget: {calls: 0}             | e.yaml:5:17: calls is a whole number from 1
                    budget: {money: 3}             | "money" is no key of a budget
                    """)
    void faultsInDataRulesAndBudgetsAreToldWithTheirPlace(String line, String message) {
        assertThatThrownBy(() -> read(HEAD + "tasks: [ranking]\n" + line + "\n"))
                .hasMessageContaining(message);
    }

    private static Experiment read(String text) {
        return ExperimentFile.read("e.yaml", text, KINDS);
    }
}
