package dev.sommelier.judges.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.core.Usage;
import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.RelevanceJudge;
import dev.sommelier.judges.relevance.RelevancePair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of failed pairs when they are judged again, or merged with another folder's.
class RetriedJobTest {
    @TempDir
    Path folder;

    /// Grades everything the same, but for documents that fail.
    private static final class Judge implements RelevanceJudge {
        private final int grade;
        private final Map<String, String> failing;
        private final boolean together;
        private final List<String> asked = new ArrayList<>();

        Judge(int grade, Map<String, String> failing, boolean together) {
            this.grade = grade;
            this.failing = failing;
            this.together = together;
        }

        @Override
        public String name() {
            return "some-fail";
        }

        @Override
        public GradeScale scale() {
            return GradeScale.TREC4;
        }

        @Override
        public Provenance facts() {
            return new StubJob.Judge().facts();
        }

        @Override
        public boolean together() {
            return together;
        }

        @Override
        public List<Judgment> judge(List<RelevancePair> batch) {
            return batch.stream().map(this::judge).toList();
        }

        private Judgment judge(RelevancePair pair) {
            var id = pair.document().id();
            asked.add(id);
            var kind = failing.get(id);
            return kind == null
                    ? new Judgment.Graded("q", id, grade, List.of(), grade, "", Usage.NONE)
                    : new Judgment.Failed("q", id, kind, "said so", "", Usage.NONE);
        }
    }

    /// Documents d0, d1, ... of which those named have no text.
    private JudgingJob job(String name, int pairs, int batch, Set<String> without) {
        PlanFile.create(
                folder.resolve(name),
                StubJob.settings(batch),
                List.of(),
                new PlanInputs(
                        List.of(new Topic("q", "query")),
                        receiver -> IntStream.range(0, pairs)
                                .forEach(i -> receiver.pair("q", "d" + i, OptionalInt.empty())),
                        receiver -> IntStream.range(0, pairs)
                                .mapToObj(i -> "d" + i)
                                .filter(id -> !without.contains(id))
                                .forEach(id -> receiver.accept(new Document(id, "text")))));
        var job = JudgingJob.open(folder.resolve(name));
        job.want(pairs);
        return job;
    }

    private static boolean run(JudgingJob job, RelevanceJudge judge) {
        return new JobRunner(job, judge, 1, (pairs, judgments) -> {}, () -> false).run();
    }

    /// Each document's grade, or why it has none.
    private static Map<String, String> outcomes(JudgingJob job) {
        var outcomes = new HashMap<String, String>();
        new JobExport(job)
                .outcomes((pair, judgment) -> outcomes.put(
                        pair.document(),
                        switch (judgment) {
                            case Judgment.Graded graded -> Integer.toString(graded.label());
                            case Judgment.Failed failed -> failed.kind();
                        }));
        return outcomes;
    }

    @Test
    void onlyFailedPairsAreJudgedAgainAndGradesStay() {
        try (var job = job("job", 9, 3, Set.of())) {
            run(job, new Judge(1, Map.of("d1", "prose", "d7", "prose"), false));
            assertThat(job.retryFailed()).isEqualTo(2);
            var second = new Judge(3, Map.of("d7", "overflow"), false);
            assertThat(run(job, second)).isTrue();
            assertThat(second.asked).containsExactly("d1", "d7");
            assertThat(outcomes(job))
                    .isEqualTo(Map.of(
                            "d0",
                            "1",
                            "d1",
                            "3",
                            "d2",
                            "1",
                            "d3",
                            "1",
                            "d4",
                            "1",
                            "d5",
                            "1",
                            "d6",
                            "1",
                            "d7",
                            "overflow",
                            "d8",
                            "1"));
        }
    }

    @Test
    void aBatchThatIsJudgedAsOneGoesAgainWholeAndLosesNoGrade() {
        try (var job = job("job", 6, 3, Set.of())) {
            run(job, new Judge(1, Map.of("d1", "prose"), true));
            job.retryFailed();
            var second = new Judge(3, Map.of("d2", "prose"), true);
            run(job, second);
            assertThat(second.asked).containsExactly("d0", "d1", "d2");
            assertThat(outcomes(job))
                    .isEqualTo(Map.of("d0", "3", "d1", "3", "d2", "1", "d3", "1", "d4", "1", "d5", "1"));
        }
    }

    @Test
    void pairsWithoutATextAreNotJudgedAgainInVain() {
        try (var job = job("job", 6, 3, Set.of("d0", "d4"))) {
            run(job, new Judge(1, Map.of("d5", "prose"), false));
            assertThat(job.retryFailed()).isEqualTo(1);
            var second = new Judge(2, Map.of(), false);
            run(job, second);
            assertThat(second.asked).containsExactly("d5");
            assertThat(outcomes(job))
                    .containsEntry("d4", JudgingJob.MISSING_TEXT)
                    .containsEntry("d5", "2");
            assertThat(job.retryFailed()).isZero();
        }
    }

    @Test
    void pairsThatTimeOutAgainDoNotEndARetryAsALostConnectionDoes() {
        var failing = new HashMap<String, String>();
        List.of("d0", "d2", "d4", "d6").forEach(id -> failing.put(id, "timeout"));
        try (var job = job("job", 8, 2, Set.of())) {
            run(job, new Judge(1, failing, false));
            job.retryFailed();
            assertThat(run(job, new Judge(1, failing, false))).isTrue();

            job.retryFailed();
            failing.replaceAll((id, kind) -> "connection");
            assertThatThrownBy(() -> run(job, new Judge(1, failing, false)))
                    .isInstanceOf(SommelierException.class)
                    .hasMessageContaining("3 batches in a row have failed wholly (connection");
            assertThat(job.counts().done()).isEqualTo(4);
        }
    }

    @Test
    void mergedFoldersAreCountedAndNoGradeIsChanged() {
        try (var other = job("other", 6, 2, Set.of())) {
            run(other, new Judge(2, Map.of("d3", "prose"), false));
        }
        try (var job = job("job", 6, 2, Set.of())) {
            var calls = new int[1];
            new JobRunner(
                            job,
                            new Judge(1, Map.of("d1", "prose"), false),
                            1,
                            (pairs, judgments) -> calls[0]++,
                            () -> calls[0] == 2)
                    .run();
            var merged = job.merge(folder.resolve("other"));
            assertThat(merged)
                    .isEqualTo(
                            new MergedJob(2, 1, 0, 1, 2, List.of("q d0 (1 here, 2 there)", "q d2 (1 here, 2 there)")));
            assertThat(merged.sentence())
                    .isEqualTo("2 pairs added, 1 repaired (failed here, graded there), 0 already here with the same"
                            + " outcome, 2 with another grade, 1 graded here that failed there. Grades of this job stay"
                            + " where the other's differ: q d0 (1 here, 2 there), q d2 (1 here, 2 there).");
            assertThat(outcomes(job))
                    .isEqualTo(Map.of("d0", "1", "d1", "2", "d2", "1", "d3", "1", "d4", "2", "d5", "2"));
            assertThat(job.merge(folder.resolve("other"))).isEqualTo(new MergedJob(0, 0, 3, 1, 2, merged.conflicts()));
            assertThatThrownBy(() -> job.merge(folder.resolve("job")))
                    .isInstanceOf(SommelierException.class)
                    .hasMessageContaining("cannot be merged into itself");
        }
    }
}
