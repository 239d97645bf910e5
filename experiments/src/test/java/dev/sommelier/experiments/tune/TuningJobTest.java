package dev.sommelier.experiments.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.datasets.Split;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.Fitted;
import dev.sommelier.experiments.compare.JobFolder;
import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.Material;
import dev.sommelier.experiments.compare.TinyStudy;
import dev.sommelier.experiments.compare.spec.ExperimentFile;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.experiments.report.CsvTables;
import dev.sommelier.io.Progress;
import dev.sommelier.recommenders.store.ModelParameters;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningJobTest {
    private static final String TEXT = """
            name: Tiny
            data: tiny
            task: {task: rating, metric: RMSE}
            trials: 8
            contenders:
              - {kind: bias, damping: [0.1, 1000, log]}
              - {kind: bias, name: three, damping: [1, 5, 25], rounds: 1}
            """;

    @TempDir
    private Path folder;

    @Test
    void theBestOnTheValidationPartIsTestedOnce() {
        assertThat(run(folder, TEXT, TinyStudy.kinds(), () -> false)).isTrue();
        var result = result(folder, TinyStudy.kinds());

        assertThat(result.searches()).hasSize(2);
        for (var search : result.searches()) {
            var last = search.trials().stream()
                    .filter(trial -> trial.round() == search.kind().rounds() - 1)
                    .toList();
            assertThat(last)
                    .hasSize(search.kind().size(search.kind().rounds() - 1))
                    .contains(search.preset())
                    .allSatisfy(trial -> {
                        assertThat(trial.outcome().users()).isEqualTo(TinyStudy.USERS);
                        assertThat(trial.outcome().score())
                                .isGreaterThanOrEqualTo(search.best().outcome().score());
                    });
            assertThat(search.trials()).hasSize(search.kind().candidates().size());
            assertThat(search.test().parameters())
                    .isEqualTo(search.best().parameters().toString());
            assertThat(search.test().score())
                    .isNotEqualTo(search.best().outcome().score());
        }
    }

    @Test
    void aSearchStoppedAfterAnyUnitEndsInTheSameFigures(@TempDir Path whole) {
        run(whole, TEXT, TinyStudy.kinds(), () -> false);
        int runs = 0;
        boolean done = false;
        while (!done) {
            var units = new AtomicInteger();
            done = run(folder, TEXT, TinyStudy.kinds(), () -> units.incrementAndGet() > 3);
            runs++;
        }

        assertThat(runs).isGreaterThan(6);
        assertThat(figures(folder)).isEqualTo(figures(whole));
    }

    /// A kind that fails the test at the first look at the test part before the choice.
    private record Watched(Kind kind, AtomicInteger tests) implements Kind {
        @Override
        public KindFacts facts() {
            return kind.facts();
        }

        @Override
        public ContenderKind part() {
            return kind.part();
        }

        @Override
        public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
            var test = Split.leaveLastOut(TinyStudy.dataset()).test();
            if (material.heldOut().equals(test)) {
                tests.incrementAndGet();
            } else {
                test.forEach((user, held) ->
                        assertThat(material.history(user).items()).doesNotContain(held.item()));
            }
            return kind.fit(material, parameters, others);
        }
    }

    @Test
    void noTrialSeesATestItem() {
        var tests = new AtomicInteger();
        var kinds = new LinkedHashMap<>(TinyStudy.kinds());
        kinds.computeIfPresent("bias", (name, kind) -> new Watched(kind, tests));

        run(folder, TEXT, kinds, () -> false);

        assertThat(tests).hasValue(2);
    }

    private static final class Fragile implements Kind {
        @Override
        public KindFacts facts() {
            return new KindFacts(ModelParameters.parse("size=1"), Set.of(TaskType.RATING));
        }

        @Override
        public ContenderKind part() {
            return ContenderKind.CLASSIC;
        }

        @Override
        public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
            if (parameters.integer("size") > 2) {
                throw new IllegalStateException("too large: " + parameters);
            }
            return new TinyStudy.Biased().fit(material, ModelParameters.parse("damping=5"), others);
        }
    }

    @Test
    void candidatesThatCannotBeFittedAreShownWithTheirCauseAndNeverChosen() {
        var kinds = Map.<String, Kind>of("fragile", new Fragile());
        var text =
                TEXT.substring(0, TEXT.indexOf("contenders")) + "contenders: [{kind: fragile, size: [1, 2, 3, 4]}]\n";

        run(folder, text, kinds, () -> false);
        var search = result(folder, kinds).searches().getFirst();
        var report = TuningReport.of(result(folder, kinds));

        assertThat(search.best().outcome().scored()).isTrue();
        assertThat(report.json().warnings())
                .anySatisfy(warning -> assertThat(warning).contains("2 of 4 candidates failed"));
        assertThat(CsvTables.render(report.figures())).contains("too large: size=3");
    }

    @Test
    void whatWasChosenIsAnExperiment() {
        run(folder, TEXT, TinyStudy.kinds(), () -> false);
        var result = result(folder, TinyStudy.kinds());
        var text = TuningReport.of(result).experiments().values().iterator().next();

        var experiment = ExperimentFile.read("tuned.yaml", text, facts(TinyStudy.kinds()));

        assertThat(experiment.contenders()).hasSize(2);
        assertThat(experiment.contenders().getFirst().parameters())
                .isEqualTo(result.searches().getFirst().best().parameters());
        assertThat(experiment.tasks().getFirst()).isEqualTo(result.tuning().task());
    }

    @Test
    void anotherSearchInTheSameFolderIsRefusedWithTheDifference() {
        run(folder, TEXT, TinyStudy.kinds(), () -> true);

        assertThatThrownBy(() -> run(folder, TEXT.replace("trials: 8", "trials: 9"), TinyStudy.kinds(), () -> true))
                .hasMessageContaining(
                        "contender bias: bias damping=[0.1, 1000, log] candidates=9 rounds=3 reduction=3 ->"
                                + " bias damping=[0.1, 1000, log] candidates=10");
        assertThatThrownBy(() -> result(folder, TinyStudy.kinds()))
                .hasMessageContaining("is not finished: 0 of ")
                .hasMessageContaining("go on with 'sommelier tune");
    }

    private static Map<String, KindFacts> facts(Map<String, Kind> kinds) {
        var facts = new LinkedHashMap<String, KindFacts>();
        kinds.forEach((name, kind) -> facts.put(name, kind.facts()));
        return facts;
    }

    private static boolean run(Path folder, String text, Map<String, Kind> kinds, BooleanSupplier stop) {
        var dataset = TinyStudy.dataset();
        var split = Split.leaveLastOut(dataset);
        var parts = Map.of(
                "tiny", new TuningJob.Parts(Material.validation(dataset, split, 7), Material.test(dataset, split, 7)));
        var tuning = TuningFile.read("t.yaml", text, facts(kinds));
        try (var job = TuningJob.open(folder, text, tuning, kinds, parts, Map.of(), Map.of())) {
            return job.run(Progress.silent(), stop);
        }
    }

    private static TuningResult result(Path folder, Map<String, Kind> kinds) {
        return TuningResult.read(
                folder, TuningFile.read("t.yaml", JobFolder.text(folder, TuningJob.FILE), facts(kinds)));
    }

    private static String figures(Path folder) {
        return CsvTables.render(
                TuningReport.of(result(folder, TinyStudy.kinds())).figures());
    }
}
