package dev.sommelier.judges.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.judges.job.JobExport.WithoutLabel;
import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.RelevanceJudge;
import dev.sommelier.judges.relevance.RelevancePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgingJobTest {
    @TempDir
    Path folder;

    private List<String> lines(Path target, WithoutLabel pending) {
        try (var job = JudgingJob.openToRead(target)) {
            var lines = new ArrayList<String>();
            new JobExport(job).jsonLines(pending, lines::add);
            return lines;
        }
    }

    @Test
    void aStoppedJobGoesOnAndEndsAsIfItHadNotBeenStopped() {
        var whole = folder.resolve("whole");
        StubJob.run(whole, 103, 10, 3, (pairs, judgments) -> {});
        var parts = folder.resolve("parts");
        StubJob.plan(parts, 103, 10, 1);
        try (var job = JudgingJob.open(parts)) {
            job.want(103);
            var batches = new AtomicInteger();
            assertThat(new JobRunner(
                                    job,
                                    new StubJob.Judge(),
                                    1,
                                    (pairs, judgments) -> batches.incrementAndGet(),
                                    () -> batches.get() == 4)
                            .run())
                    .isFalse();
            assertThat(job.counts().pending()).isEqualTo(63);
        }
        assertThatThrownBy(() -> lines(parts, WithoutLabel.STOP))
                .hasMessageContaining("63 of 103 pairs are not judged");
        StubJob.run(parts, 103, 10, 2, (pairs, judgments) -> {});
        assertThat(lines(parts, WithoutLabel.STOP)).isEqualTo(lines(whole, WithoutLabel.STOP));
    }

    @Test
    void aJudgeThatBreaksLosesNothingAndItsBatchIsTakenAgain() {
        var target = folder.resolve("job");
        StubJob.plan(target, 40, 10, 1);
        try (var job = JudgingJob.open(target)) {
            job.want(40);
            var calls = new AtomicInteger();
            var judge = new Breaking(calls);
            assertThatThrownBy(() -> new JobRunner(job, judge, 1, (pairs, judgments) -> {}, () -> false).run())
                    .isInstanceOf(SommelierException.class)
                    .hasMessage("the server is gone");
            assertThat(job.counts().pending()).isEqualTo(20);
            assertThat(new JobRunner(job, judge, 1, (pairs, judgments) -> {}, () -> false).run())
                    .isTrue();
            assertThat(job.counts().pending()).isZero();
        }
    }

    private record Breaking(AtomicInteger calls) implements RelevanceJudge {
        @Override
        public String name() {
            return "breaking";
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
        public List<Judgment> judge(List<RelevancePair> batch) {
            if (calls.incrementAndGet() == 3) {
                throw new SommelierException("the server is gone");
            }
            return new StubJob.Judge().judge(batch);
        }
    }

    @Test
    void longValuesOfSettingsAreCutWhereTheRestTellsTheDifference() {
        var before = new JobSettings(Map.of("scale", "0..100: " + "x".repeat(500)));
        var after = new JobSettings(Map.of("scale", "trec4: 0 no"));
        assertThat(before.differences(after).getFirst())
                .hasSizeLessThan(250)
                .startsWith("  scale: 0..100: xx")
                .endsWith("x... -> trec4: 0 no");
        var late = new JobSettings(Map.of("scale", "0..100: " + "x".repeat(500) + "y"));
        assertThat(before.differences(late).getFirst()).endsWith("xy");
    }

    @Test
    void changedSettingsAreRefusedWithTheDifference() {
        var planned = new JobSettings(Map.of("method", "grade", "scale", "trec4"));
        assertThatThrownBy(
                        () -> planned.requireSame(new JobSettings(Map.of("method", "yes-no", "scale", "trec4")), "job"))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("method: grade -> yes-no")
                .hasMessageNotContaining("scale");
    }

    @Test
    void aPairWithoutATextIsCountedBeforeAndFailsWithoutBeingJudged() {
        PlanFile.create(
                folder.resolve("job"),
                StubJob.settings(5),
                List.of(),
                new PlanInputs(
                        List.of(new Topic("q", "query")),
                        receiver -> {
                            receiver.pair("q", "here", OptionalInt.empty());
                            receiver.pair("q", "gone", OptionalInt.of(2));
                        },
                        consumer -> consumer.accept(new Document("here", "text"))));
        try (var job = JudgingJob.open(folder.resolve("job"))) {
            assertThat(job.plan().missing()).isEqualTo(1);
            assertThat(job.plan().missingTexts().documents().some()).containsExactly("gone");
            job.want(2);
            new JobRunner(job, new WordOverlapJudge(GradeScale.TREC4), 1, (pairs, judgments) -> {}, () -> false).run();
            assertThat(job.counts().causes()).isEqualTo(Map.of("missing-text", 1L));
            var lines = new ArrayList<String>();
            var export = new JobExport(job);
            assertThatThrownBy(() -> export.qrels(WithoutLabel.STOP, WithoutLabel.STOP, lines::add))
                    .hasMessageContaining("1 of 2 pairs failed {missing-text=1}");
            assertThat(lines).isEmpty();
            export.qrels(WithoutLabel.OMIT, WithoutLabel.STOP, lines::add);
            assertThat(lines).containsExactly("q 0 here 0");
        }
    }

    @Test
    void aPairThatIsListedTwiceLeavesNoPlanAndNoFolder() {
        var target = folder.resolve("job");
        var topics = List.of(new Topic("q", "query"));
        assertThatThrownBy(() -> PlanFile.create(
                        target,
                        StubJob.settings(5),
                        List.of(),
                        new PlanInputs(
                                topics,
                                r -> {
                                    r.pair("q", "d", OptionalInt.empty());
                                    r.pair("q", "d", OptionalInt.empty());
                                },
                                consumer -> {})))
                .hasMessageContaining("a pair must be listed once, got q d as pair 1 and 2");
        assertThat(target).doesNotExist();
    }

    @Test
    void aJournalOfAnotherVersionIsRefusedAndLeftAsItIs() throws SQLException {
        var target = folder.resolve("job");
        StubJob.run(target, 20, 5, 1, (pairs, judgments) -> {});
        var before = lines(target, WithoutLabel.STOP);
        for (int other : new int[] {7, 0}) {
            version(target, other);
            assertThatThrownBy(() -> JudgingJob.open(target))
                    .isInstanceOf(SommelierException.class)
                    .hasMessageContaining("journal.db")
                    .hasMessageContaining("it has version " + other + ", this program reads version 1");
        }
        version(target, 1);
        assertThat(lines(target, WithoutLabel.STOP)).isEqualTo(before);
    }

    @Test
    void shortenedTextsAreCountedAndThoseOfAnEarlierVersionAreUnknown() throws SQLException {
        var target = folder.resolve("job");
        var settings = new JobSettings(Map.of(JudgingJob.BATCH, "2", "truncation", "head, 8 tokens"));
        PlanFile.create(
                target,
                settings,
                List.of(),
                new PlanInputs(
                        List.of(new Topic("q", "query")),
                        receiver -> List.of("a", "b", "c", "gone")
                                .forEach(id -> receiver.pair("q", id, OptionalInt.empty())),
                        consumer -> {
                            consumer.accept(new Document("a", "long ".repeat(50)));
                            consumer.accept(new Document("b", "short"));
                            consumer.accept(new Document("c", "long ".repeat(50)));
                        }));
        try (var job = JudgingJob.open(target)) {
            assertThat(job.shortened().sentence()).isEmpty();
            job.want(4);
            new JobRunner(job, new Cutting(), 1, (pairs, judgments) -> {}, () -> false).run();
            assertThat(job.shortened().sentence())
                    .isEqualTo("2 of 3 texts were shortened (truncation: head, 8 tokens)");
            var lines = new ArrayList<String>();
            new JobExport(job).jsonLines(WithoutLabel.STOP, lines::add);
            assertThat(lines).hasSize(4).noneMatch(line -> line.contains("shortened"));
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + target.resolve("journal.db"));
                var statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE unit SET content = replace(content, ',\"shortened\":true', '') WHERE position = 0");
        }
        try (var job = JudgingJob.openToRead(target)) {
            assertThat(job.shortened()).isEqualTo(new ShortenedTexts(1, 2, 1, "head, 8 tokens"));
            assertThat(job.shortened().sentence())
                    .endsWith("; of 1 more, judged by an earlier version, it is not known");
        }
    }

    private record Cutting() implements RelevanceJudge {
        @Override
        public String name() {
            return "cutting";
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
        public boolean shortens(RelevancePair pair) {
            return pair.document().text().length() > 20;
        }

        @Override
        public List<Judgment> judge(List<RelevancePair> batch) {
            return new StubJob.Judge().judge(batch);
        }
    }

    private static void version(Path target, int version) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + target.resolve("journal.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=" + version);
        }
    }

    /// Of 40 pages of a journal the 20th is overwritten: what is read says so, and nothing is taken for a label.
    @Test
    void aJournalThatIsDamagedInTheMiddleIsToldAndGivesNoLabels() throws IOException {
        var target = folder.resolve("job");
        StubJob.run(target, 2_000, 20, 1, (pairs, judgments) -> {});
        var journal = target.resolve("journal.db");
        byte[] bytes = Files.readAllBytes(journal);
        assertThat(bytes.length).isGreaterThan(40 * 4096);
        Arrays.fill(bytes, 19 * 4096, 20 * 4096, (byte) 0x55);
        Files.write(journal, bytes);
        assertThatThrownBy(() -> lines(target, WithoutLabel.STOP))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("journal.db");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldBeforeAnythingIsRead() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> StubJob.plan(file.resolve("job"), 5, 5, 1))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("not a folder");
    }

    @Test
    void aFolderWithoutAJobSaysHowToStartOne() {
        assertThatThrownBy(() -> JudgingJob.openToRead(folder.resolve("none")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("holds no judging job");
    }
}
