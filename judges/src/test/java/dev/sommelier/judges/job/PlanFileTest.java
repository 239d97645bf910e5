package dev.sommelier.judges.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.judges.job.JobExport.WithoutLabel;
import dev.sommelier.judges.job.PlanInputs.MissingText;
import dev.sommelier.judges.relevance.GradeScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    @TempDir
    Path folder;

    private Path target() {
        return folder.resolve("a/job");
    }

    private void plan(MissingText missing, List<String> pairs, Document... documents) {
        PlanFile.create(
                target(),
                StubJob.settings(2),
                List.of(),
                new PlanInputs(
                        List.of(new Topic("q1", "dog age"), new Topic("q2", "smoke")),
                        receiver -> pairs.forEach(
                                pair -> receiver.pair(pair.split(" ")[0], pair.split(" ")[1], OptionalInt.empty())),
                        receiver -> IntStream.range(0, documents.length)
                                .forEach(i -> receiver.document(documents[i], "docs.tsv:" + (i + 1))),
                        missing));
    }

    @Test
    void twoTextsUnderOneIdAreRefusedWithThePlaceOfTheSecond() {
        for (var other : List.of(
                new Document("d1", "another"), new Document("d1", Optional.of("title"), "a"), new Document("d1", ""))) {
            assertThatThrownBy(() -> plan(
                            MissingText.REFUSED,
                            List.of("q1 d1", "q1 d2"),
                            new Document("d1", "a"),
                            new Document("d2", "b"),
                            other))
                    .isInstanceOf(SommelierException.class)
                    .hasMessageStartingWith("docs.tsv:3: document d1 must have one text, got another one")
                    .hasMessageContaining("remove one of the two");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void theSameTextTwiceIsCountedAndOneThatNoPairNamesMayDiffer() {
        plan(
                MissingText.REFUSED,
                List.of("q1 d1"),
                new Document("d1", "a"),
                new Document("d9", "x"),
                new Document("d9", "y"),
                new Document("d1", "a"));
        try (var plan = PlanFile.open(target())) {
            assertThat(plan.oddities())
                    .containsExactly("1 document is given again with the same text and counted once");
            assertThat(plan.pairs(0, 1).getFirst().text()).contains(new Document("d1", "a"));
        }
    }

    @Test
    void aPlanThatAnotherProcessMadeMeanwhileStays() {
        PlanFile.create(
                target(),
                StubJob.settings(4),
                List.of(),
                new PlanInputs(
                        List.of(new Topic("q1", "dog age")),
                        receiver -> {
                            plan(MissingText.REFUSED, List.of("q1 d1"), new Document("d1", "a"));
                            receiver.pair("q1", "d2", OptionalInt.empty());
                        },
                        receiver -> receiver.accept(new Document("d2", "b"))));
        try (var plan = PlanFile.open(target())) {
            assertThat(plan.settings()).isEqualTo(StubJob.settings(2));
            assertThat(plan.pairs(0, 1).getFirst().document()).isEqualTo("d1");
        }
        assertThat(target().toFile().list()).containsExactly(PlanFile.NAME);
    }

    @Test
    void emptyTextsAreCountedAndListed() {
        plan(
                MissingText.REFUSED,
                List.of("q1 d1", "q1 d2", "q2 d2"),
                new Document("d1", "a"),
                new Document("d2", ""),
                new Document("d3", ""));
        try (var plan = PlanFile.open(target())) {
            assertThat(plan.oddities())
                    .containsExactly("1 document has an empty text and is judged by no more than the title: d2");
        }
    }

    @Test
    void whatPairsNameAndNoFileHasIsListedAndAllOfItIsWrittenBeforeAPlanIsRefused() throws IOException {
        var pairs = new ArrayList<>(List.of("q1 d1", "q8 d1", "q9 gone0"));
        IntStream.range(0, 12).forEach(i -> pairs.add("q1 gone" + i));
        assertThatThrownBy(() -> plan(MissingText.REFUSED, pairs, new Document("d1", "a")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("14 of 15 pairs have no text")
                .hasMessageContaining(
                        "topics that are not there (2, all in " + target() + "/missing-topics.txt): q8, q9;")
                .hasMessageContaining("documents that are not there (12, all in")
                .hasMessageContaining("gone9, ...")
                .hasMessageNotContaining("gone10")
                .hasMessageContaining("--missing-text skip");
        assertThat(PlanFile.exists(target())).isFalse();
        assertThat(target().resolve(MissingTexts.TOPICS_FILE)).hasContent("q8\nq9\n");
        assertThat(Files.readAllLines(target().resolve(MissingTexts.DOCUMENTS_FILE)))
                .hasSize(12)
                .startsWith("gone0", "gone1")
                .endsWith("gone11");

        plan(MissingText.REFUSED, List.of("q1 d1"), new Document("d1", "a"));
        assertThat(target().resolve(MissingTexts.TOPICS_FILE)).doesNotExist();
        assertThat(target().resolve(MissingTexts.DOCUMENTS_FILE)).doesNotExist();
    }

    @Test
    void keptPairsWithoutTopicOrDocumentFailWithoutBeingJudged() {
        plan(MissingText.KEPT, List.of("q1 d1", "q9 d1", "q2 gone"), new Document("d1", "a dog"));
        assertThat(target().resolve(MissingTexts.TOPICS_FILE)).hasContent("q9\n");
        assertThat(target().resolve(MissingTexts.DOCUMENTS_FILE)).hasContent("gone\n");
        try (var job = JudgingJob.open(target())) {
            assertThat(job.plan().missing()).isEqualTo(2);
            job.want(3);
            new JobRunner(job, new WordOverlapJudge(GradeScale.TREC4), 1, (p, j) -> {}, () -> false).run();
            assertThat(job.counts().causes()).isEqualTo(Map.of("missing-text", 2L));
            var lines = new ArrayList<String>();
            new JobExport(job).qrels(WithoutLabel.OMIT, WithoutLabel.STOP, lines::add);
            assertThat(lines).containsExactly("q1 0 d1 2");
        }
    }

    @Test
    void aRefusedPlanRemovesTheFoldersThatItMadeAndNoOthers() throws IOException {
        assertThatThrownBy(() -> plan(MissingText.REFUSED, List.of("q1 d1", "q1 d1"), new Document("d1", "a")))
                .hasMessageContaining("a pair must be listed once");
        assertThat(folder).isEmptyDirectory();

        Files.createDirectories(target());
        assertThatThrownBy(() -> plan(MissingText.REFUSED, List.of("q1 d1", "q1 d1"), new Document("d1", "a")))
                .hasMessageContaining("a pair must be listed once");
        assertThat(target()).isEmptyDirectory();
    }
}
