package dev.sommelier.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.report.Against;
import dev.sommelier.experiments.compare.report.ComparisonReport;
import dev.sommelier.experiments.compare.spec.Experiment;
import dev.sommelier.experiments.compare.spec.ExperimentFile;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.experiments.report.CsvTables;
import dev.sommelier.io.Progress;
import dev.sommelier.recommenders.store.ModelParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonJobTest {
    private static final String TASKS = """
            tasks:
              - {task: ranking, k: 5}
              - {task: rerank, from: popularity, depth: 8, target: always, k: 5, users: 50}
              - rating
              - {task: click, negatives: 3, sampling: popularity}
            """;
    private static final String CONTENDERS = """
            contenders:
              - popularity
              - {kind: popularity, name: backwards, sign: -1}
              - bias
              - {kind: bias, name: heavy bias, damping: 100}
            """;
    private static final String TEXT = "name: Tiny\ndata: tiny\nbatch: 7\n" + TASKS + CONTENDERS;

    @TempDir
    private Path folder;

    @Test
    void everyTaskEndsInFigures() {
        assertThat(run(folder, TEXT, TinyStudy.kinds(), () -> false)).isTrue();
        var result = result(folder, TinyStudy.kinds());

        assertThat(result.stages()).hasSize(4);
        assertThat(result.stages()).allSatisfy(stage -> {
            assertThat(stage.contenders()).hasSize(2);
            assertThat(stage.contenders())
                    .allSatisfy(one -> assertThat(one.failed()).isZero());
        });
        var rerank = result.stages().get(1);
        assertThat(rerank.users())
                .hasSize(50)
                .allSatisfy(
                        user -> assertThat(user.items()).doesNotHaveDuplicates().contains(user.relevant()));
        var click = result.stages().get(3);
        assertThat(click.users())
                .allSatisfy(user -> assertThat(user.truth()).hasSize(4).containsOnlyOnce(1.0));
    }

    @Test
    void aRunStoppedAfterAnyUnitEndsInTheSameFigures(@TempDir Path whole) {
        run(whole, TEXT, TinyStudy.kinds(), () -> false);
        int runs = 0;
        boolean done = false;
        while (!done) {
            var units = new AtomicInteger();
            done = run(folder, TEXT, TinyStudy.kinds(), () -> units.incrementAndGet() > 3);
            runs++;
        }

        assertThat(runs).isGreaterThan(10);
        assertThat(figures(folder)).isEqualTo(figures(whole));
    }

    @Test
    void anUnfinishedComparisonSaysHowToGoOn() {
        var units = new AtomicInteger();
        run(folder, TEXT, TinyStudy.kinds(), () -> units.incrementAndGet() > 2);

        assertThatThrownBy(() -> result(folder, TinyStudy.kinds()))
                .hasMessageContaining("is not finished: 2 of ")
                .hasMessageContaining("go on with 'sommelier compare");
    }

    @Test
    void aContenderThatCannotBeFittedIsShownAsFailedWhileTheOthersFinish() {
        var kinds = new LinkedHashMap<>(TinyStudy.kinds());
        kinds.put("broken", new Broken());
        var text = TEXT + "  - broken\n";

        run(folder, text, kinds, () -> false);
        var report = ComparisonReport.of(result(folder, kinds));

        var ranking = result(folder, kinds).stages().getFirst();
        assertThat(ranking.contenders().getLast().failed())
                .isEqualTo(ranking.users().size());
        assertThat(ranking.contenders().getFirst().failed()).isZero();
        assertThat(report.json().warnings())
                .anySatisfy(warning ->
                        assertThat(warning).contains("broken failed for 60 of 60 users: this one cannot be fitted"));
    }

    @Test
    void anotherExperimentInTheSameFolderIsRefusedWithTheDifference() {
        run(folder, TEXT, TinyStudy.kinds(), () -> true);

        assertThatThrownBy(
                        () -> run(folder, TEXT.replace("damping: 100", "damping: 50"), TinyStudy.kinds(), () -> true))
                .hasMessageContaining("contender heavy bias: bias damping=100 -> bias damping=50");
        assertThatThrownBy(() -> run(folder, TEXT.replace("k: 5}", "k: 6}"), TinyStudy.kinds(), () -> true))
                .hasMessageContaining("task 1: ranking k=5");
    }

    @Test
    void otherDataInTheSameFolderAreRefusedWithTheDifference() {
        run(folder, TEXT, TinyStudy.kinds(), () -> true);
        var material = TinyStudy.material();
        var changed =
                new Material(material.dataset(), material.train(), material.heldOut(), "0123abcd", material.seed());

        assertThatThrownBy(() -> run(folder, TEXT, TinyStudy.kinds(), changed, () -> true))
                .hasMessageContaining("tiny split sha256: " + material.splitHash() + " -> 0123abcd")
                .hasMessageContaining("another --out folder");
    }

    @Test
    void aReportIsNotMadeUnderTheNameOfWhatWasNotDone() throws IOException {
        run(folder, TEXT, TinyStudy.kinds(), () -> false);
        var file = folder.resolve(JobFolder.EXPERIMENT);

        Files.writeString(file, TEXT.replace("name: Tiny", "name: Renamed") + "statistics: {baseline: bias}\n");
        assertThat(result(folder, TinyStudy.kinds()).experiment().name()).isEqualTo("Renamed");
        Files.writeString(file, TEXT.replace("damping: 100", "damping: 50").replace("  - bias\n", ""));
        assertThatThrownBy(() -> result(folder, TinyStudy.kinds()))
                .hasMessageContaining("experiment.yaml does not say any more what was worked on")
                .hasMessageContaining("contender heavy bias: bias damping=100 -> bias damping=50")
                .hasMessageContaining("contender bias: bias damping=10 -> (none)");
    }

    @Test
    void aReportIsStillMadeWhenAContenderHasGainedAParameterSince() throws IOException {
        run(folder, TEXT, TinyStudy.kinds(), () -> false);
        var job = folder.resolve("job.json");
        // As it was when bias had no damping yet; "heavy bias" names it in the file.
        Files.writeString(job, Files.readString(job).replace("bias damping=10\"", "bias\""));

        assertThat(result(folder, TinyStudy.kinds()).stages()).hasSize(4);
        var file = folder.resolve(JobFolder.EXPERIMENT);
        Files.writeString(file, TEXT.replace("  - bias\n", "  - {kind: bias, damping: 20}\n"));
        assertThatThrownBy(() -> result(folder, TinyStudy.kinds()))
                .hasMessageContaining("contender bias: bias -> bias damping=20");
    }

    private static final class Breaking implements Kind {
        @Override
        public KindFacts facts() {
            return new KindFacts(ModelParameters.parse(""), Set.of(TaskType.RANKING));
        }

        @Override
        public ContenderKind part() {
            return ContenderKind.CLASSIC;
        }

        @Override
        public void check(Dataset dataset) {
            if (!dataset.catalog().attributes().contains("mood")) {
                throw new SommelierException("data set " + dataset.name() + " has no moods; leave it out");
            }
        }

        @Override
        public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
            throw new AssertionError("nothing runs before everything is checked");
        }
    }

    @Test
    void aDataSetWithoutWhatAContenderNeedsIsRefusedBeforeAnythingRuns() {
        var kinds = new LinkedHashMap<>(TinyStudy.kinds());
        kinds.put("moody", new Breaking());

        assertThatThrownBy(() -> run(folder, TEXT + "  - moody\n", kinds, () -> false))
                .hasMessage("data set tiny has no moods; leave it out");
        assertThat(folder).isEmptyDirectory();
    }

    private record Hungry() implements Kind {
        @Override
        public KindFacts facts() {
            return new KindFacts(ModelParameters.parse(""), Set.of(TaskType.RATING));
        }

        @Override
        public ContenderKind part() {
            return ContenderKind.CLASSIC;
        }

        @Override
        public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
            throw new OutOfMemoryError("thrown by the test");
        }
    }

    @Test
    void aContenderWithoutTheMemoryToBeFittedIsShownAsFailedWhileTheOthersFinish() {
        var kinds = new LinkedHashMap<>(TinyStudy.kinds());
        kinds.put("hungry", new Hungry());

        run(folder, TEXT + "  - hungry\n", kinds, () -> false);

        assertThat(ComparisonReport.of(result(folder, kinds)).json().warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .contains("hungry failed for 60 of 60 users: not enough memory to fit it; give Java more"));
    }

    /// Answers with an exception, or without the memory to answer.
    private record Faulty() implements Kind {
        @Override
        public KindFacts facts() {
            return new KindFacts(ModelParameters.parse(""), Set.of(TaskType.RATING));
        }

        @Override
        public ContenderKind part() {
            return ContenderKind.CLASSIC;
        }

        @Override
        public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
            return task -> new Solver.Scores(
                    question -> switch (question.history().user()) {
                        case "u3" -> throw new IllegalStateException("u3 is too much");
                        case "u4" -> throw new OutOfMemoryError("thrown by the test");
                        default -> Scored.of(List.of(3.0));
                    },
                    false);
        }
    }

    @Test
    void aContenderThatFailsForSomeUsersSaysWhyWhileTheOthersFinish() {
        var kinds = new LinkedHashMap<>(TinyStudy.kinds());
        kinds.put("faulty", new Faulty());

        run(folder, TEXT + "  - faulty\n", kinds, () -> false);
        var report = ComparisonReport.of(result(folder, kinds));

        assertThat(report.json().warnings())
                .anySatisfy(warning -> assertThat(warning).contains("faulty failed for 1 of 60 users: u3 is too much"))
                .anySatisfy(warning ->
                        assertThat(warning).contains("faulty failed for 1 of 60 users: not enough memory to answer"));
        assertThat(CsvTables.render(report.tables()))
                .contains("stage-3-quality,faulty,failed users,2")
                .contains("stage-3-quality,bias,failed users,0");
    }

    private static final class Broken implements Kind {
        @Override
        public KindFacts facts() {
            return new KindFacts(ModelParameters.parse(""), Set.of(TaskType.RANKING));
        }

        @Override
        public ContenderKind part() {
            return ContenderKind.CLASSIC;
        }

        @Override
        public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
            throw new IllegalStateException("this one cannot be fitted");
        }
    }

    @Test
    void aColdStartTellsLessAndRecommendsNothingThatTheUserKnows() {
        var text = """
                name: Cold
                data: tiny
                tasks: [{task: ranking, k: 30, histories: [1, 3], end: first}, {task: ranking, k: 5, new-items: 4}]
                contenders: [popularity]
                """;
        run(folder, text, TinyStudy.kinds(), () -> false);
        var stages = result(folder, TinyStudy.kinds()).stages();

        assertThat(stages).hasSize(3);
        assertThat(stages.get(0).users())
                .hasSize(TinyStudy.USERS)
                .allSatisfy(user -> assertThat(user.recent()).hasSize(1));
        assertThat(stages.get(1).users())
                .allSatisfy(user -> assertThat(user.history()).isBetween(1, 3));
        var material = TinyStudy.material();
        assertThat(stages.get(0).contenders().getFirst().answers()).allSatisfy(answer -> {
            assertThat(answer.failed()).isFalse();
            assertThat(answer.items())
                    .doesNotContainAnyElementsOf(material.history(answer.user()).items());
        });
        assertThat(stages.get(2).users())
                .isNotEmpty()
                .hasSizeLessThan(TinyStudy.USERS)
                .allSatisfy(user -> assertThat(user.popularity()).isLessThanOrEqualTo(4));
    }

    @Test
    void twoComparisonsAreSetBesideEachOtherUnlessTheyAskSomethingElse(@TempDir Path other, @TempDir Path fewer) {
        run(folder, TEXT, TinyStudy.kinds(), () -> false);
        run(other, TEXT.replace("damping: 100", "damping: 1"), TinyStudy.kinds(), () -> false);
        run(fewer, TEXT.replace("data: tiny", "data: tiny\nseed: 8"), TinyStudy.kinds(), () -> false);

        var against = Against.of(result(folder, TinyStudy.kinds()), result(other, TinyStudy.kinds()));

        assertThat(against.tables()).hasSize(4);
        assertThat(against.notes()).isEmpty();
        var csv = CsvTables.render(against.tables());
        assertThat(csv).contains("against-1,popularity | not told apart,difference,0.0,0.0,0.0");
        assertThat(csv).doesNotContain("heavy bias | not told apart,difference,0.0,");
        assertThatThrownBy(() -> Against.of(result(folder, TinyStudy.kinds()), result(fewer, TinyStudy.kinds())))
                .hasMessageContaining("seed: 7 -> 8");
    }

    @Test
    void theReportNamesSlicesCostAndFrontier() {
        run(folder, TEXT, TinyStudy.kinds(), () -> false);
        var report = ComparisonReport.of(result(folder, TinyStudy.kinds()));
        var csv = CsvTables.render(report.tables());

        assertThat(csv).containsPattern("stage-1-kinds,\\(users\\),even( \\*)?,\\d+,,");
        assertThat(csv).containsPattern("stage-1-kinds,popularity,even( \\*)?,[\\d.]+,[\\d.]+,[\\d.]+");
        assertThat(csv).containsPattern("stage-1-history,popularity,[\\d-]+ events.*,[\\d.]+,[\\d.]+,[\\d.]+");
        assertThat(csv).containsPattern("stage-1-popularity,backwards,[\\d-]+ users.*,[\\d.]+,[\\d.]+,[\\d.]+");
        assertThat(csv).containsPattern("stage-1-cost,popularity,peak MB,[1-9]");
        assertThat(csv).contains("stage-1-frontier-cost,");
        assertThat(report.rendering().html(report.provenance()))
                .contains("\"frontier\":[\"", "\"stage-1-kinds-1\":", "class=\"filtered\"");
        assertThat(CsvTables.render(report.figures())).doesNotContain("frontier");
    }

    private static Experiment read(String text, Map<String, Kind> kinds) {
        var facts = new LinkedHashMap<String, KindFacts>();
        kinds.forEach((name, kind) -> facts.put(name, kind.facts()));
        return ExperimentFile.read("e.yaml", text, facts);
    }

    private static boolean run(Path folder, String text, Map<String, Kind> kinds, BooleanSupplier stop) {
        return run(folder, text, kinds, TinyStudy.material(), stop);
    }

    private static boolean run(
            Path folder, String text, Map<String, Kind> kinds, Material material, BooleanSupplier stop) {
        var materials = Map.of("tiny", material);
        try (var job = ComparisonJob.open(folder, text, read(text, kinds), kinds, materials, Map.of(), Map.of())) {
            return job.run(Progress.silent(), stop);
        }
    }

    private static ComparisonResult result(Path folder, Map<String, Kind> kinds) {
        return ComparisonResult.read(folder, read(JobFolder.experiment(folder), kinds), kinds);
    }

    private static String figures(Path folder) {
        return CsvTables.render(
                ComparisonReport.of(result(folder, TinyStudy.kinds())).figures());
    }
}
