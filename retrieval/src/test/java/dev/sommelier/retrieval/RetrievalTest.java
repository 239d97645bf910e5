package dev.sommelier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Document;
import dev.sommelier.core.Run;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetrievalTest {
    private static final List<Document> DOCUMENTS = List.of(
            new Document("d1", Optional.of("Owls"), "They hunt mice at night."),
            new Document("d2", Optional.of("Bread"), "Yeast makes dough rise. Owls do not bake."),
            new Document("d3", "A kettle boils water."));
    private static final List<Topic> TOPICS = List.of(new Topic("t1", "hunting owls"), new Topic("t2", "rising dough"));

    @Test
    void bm25FindsStemmedWordsAndRanksByRarity() {
        try (var index = TextIndex.of(DOCUMENTS)) {
            var run = index.run("r", TOPICS, Bm25.DEFAULT, 10);

            assertThat(ids(run, "t1")).containsExactly("d1", "d2");
            assertThat(ids(run, "t2")).containsExactly("d2");
        }
    }

    @Test
    void theTitleAloneFindsOnlyTitles() {
        try (var index = TextIndex.of(DOCUMENTS)) {
            assertThat(ids(index.run("r", TOPICS, new Bm25(.9, .4, 1, 0), 10), "t1"))
                    .containsExactly("d1");
        }
    }

    @Test
    void scoresOfPairsAreThoseOfTheIndex() {
        var statistics = TermStatistics.of(DOCUMENTS);
        try (var index = TextIndex.of(DOCUMENTS)) {
            var found = index.run("r", TOPICS, new Bm25(.9, 0, 0, 1), 10)
                    .topic("t1")
                    .orElseThrow();

            double pair = statistics.bm25(new Bm25(.9, 0, 0, 1), "hunting owls", "Owls They hunt mice at night.");
            assertThat(pair).isCloseTo(found.score(0), within(1e-5));
        }
    }

    @Test
    void embeddingsRankByCosineAndKeepTheOrderOfEquals() {
        TextEncoder byLetter = new TextEncoder() {
            @Override
            public String name() {
                return "letters";
            }

            @Override
            public float[][] encode(List<String> texts) {
                return texts.stream()
                        .map(text -> text.contains("ough") ? new float[] {1, 0} : new float[] {0, 1})
                        .toArray(float[][]::new);
            }
        };

        var run = EmbeddingIndex.of(DOCUMENTS, byLetter).run("e", TOPICS, 3);

        assertThat(ids(run, "t2")).containsExactly("d2", "d1", "d3");
        assertThat(ids(run, "t1")).containsExactly("d1", "d3", "d2");
    }

    @Test
    void fusionSumsReciprocalRanksAndPoolsTakeTheTopOfEveryRun() {
        try (var index = TextIndex.of(DOCUMENTS)) {
            var both = index.run("a", TOPICS, Bm25.DEFAULT, 10);
            var title = index.run("b", TOPICS, new Bm25(.9, .4, 1, 0), 10);

            var fused = Fusion.reciprocalRank("f", List.of(both, title), 10)
                    .topic("t1")
                    .orElseThrow();
            assertThat(fused.score(0)).isCloseTo(2 / 61.0, within(1e-12));
            assertThat(fused.score(1)).isCloseTo(1 / 62.0, within(1e-12));
            assertThat(Pool.of(List.of(both, title), 1).documents().get("t1")).containsExactly("d1");
            assertThat(Pool.of(List.of(both, title), 5).size()).isEqualTo(3);
        }
    }

    private static List<String> ids(Run run, String topic) {
        var found = run.topic(topic).orElseThrow();
        return IntStream.range(0, found.size()).mapToObj(found.documents()::get).toList();
    }
}
