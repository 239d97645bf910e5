package dev.sommelier.datasets.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionFilesTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }

    private List<Document> documents(String text) throws IOException {
        var all = new ArrayList<Document>();
        DocumentFiles.read(file(text), all::add);
        return all;
    }

    private List<String> pairs(String text) throws IOException {
        var all = new ArrayList<String>();
        PairFiles.read(file(text), (topic, document, human) -> all.add(topic + " " + document + " " + human));
        return all;
    }

    @Test
    void topicsAreReadFromEveryFormat() throws IOException {
        assertThat(TopicFiles.read(file("q1\tdog age\nq2\tsmoke\n")))
                .containsExactly(new Topic("q1", "dog age"), new Topic("q2", "smoke"));
        assertThat(TopicFiles.read(file("{\"qid\": 7, \"query\": \"dog age\", \"narrative\": \"n\"}\n")))
                .containsExactly(new Topic("7", "dog age", Optional.empty(), Optional.of("n")));
        assertThat(TopicFiles.read(
                        file("<top>\n<num> Number: 301\n<title> Crime &amp; law\n<desc> Description:\nWho?\n</top>\n")))
                .containsExactly(new Topic("301", "Crime & law", Optional.of("Who?"), Optional.empty()));
        assertThat(TopicFiles.read(file(".I 001\n.W\nwhat laws\nhold .\n.I 004\n.W\nheat\n")))
                .containsExactly(new Topic("1", "what laws hold ."), new Topic("2", "heat"));
    }

    @Test
    void aQueryIsMadeOfTheFieldsThatAreNamed() throws IOException {
        var topics = TopicFiles.read(file("""
                {"qid": 7, "query": "dog age", "narrative": "in years"}
                {"qid": 8, "query": "smoke"}
                """));

        assertThat(TopicField.select(topics, List.of(TopicField.TITLE, TopicField.NARRATIVE)))
                .extracting(Topic::text)
                .containsExactly("dog age in years", "smoke");
        assertThat(TopicField.select(topics, List.of(TopicField.TITLE))).isEqualTo(topics);
        assertThatThrownBy(() -> TopicField.select(topics, List.of(TopicField.NARRATIVE)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("topic 8 has none of the fields narrative");
        assertThatThrownBy(() -> TopicField.select(topics, List.of(TopicField.TITLE, TopicField.DESCRIPTION)))
                .hasMessageContaining("none of the 2 topics has a description");
    }

    @Test
    void documentsAreReadFromEveryFormat() throws IOException {
        assertThat(documents("1\ttext\n2\ttitle\ttext\n3\turl\ttitle\ttext\n"))
                .containsExactly(
                        new Document("1", "text"),
                        new Document("2", Optional.of("title"), "text"),
                        new Document("3", Optional.of("title"), "text"));
        assertThat(documents("{\"docid\":\"p0\",\"doc\":\"a\"}\n{\"pid\":\"m\",\"passage\":\"b\",\"spans\":\"x\"}\n"))
                .containsExactly(new Document("p0", "a"), new Document("m", "b"));
        assertThat(documents(
                        "<DOC>\n<DOCNO> FT-1 </DOCNO>\n<HEADLINE>H</HEADLINE>\n<TEXT>\n<P>a</P>\n</TEXT>\n</DOC>\n"))
                .containsExactly(new Document("FT-1", Optional.of("H"), "a"));
        assertThat(documents(".I 1\n.T\nwing\n.A\nx\n.W\nthe wing\nis .\n"))
                .containsExactly(new Document("1", Optional.of("wing"), "the wing is ."));
    }

    @Test
    void pairsAreReadWithTheirHumanLabelWhereThereIsOne() throws IOException {
        assertThat(pairs("q1 0 d1 3\nq1 0 d2 -1\n")).containsExactly("q1 d1 OptionalInt[3]", "q1 d2 OptionalInt[-1]");
        assertThat(pairs("1 184 2 \n")).containsExactly("1 184 OptionalInt[2]");
        assertThat(pairs("q1\td1\n")).containsExactly("q1 d1 OptionalInt.empty");
    }

    @Test
    void runsArePooledAtTheDepthByScore() throws IOException {
        var runs = Files.createDirectory(folder.resolve("runs"));
        Files.writeString(runs.resolve("b"), "q1 Q0 d9 1 9 b\nq1 Q0 d1 2 8 b\nq1 Q0 d7 3 7 b\n");
        Files.writeString(runs.resolve("a"), "q1 Q0 d3 1 1 a\nq1 Q0 d1 2 5 a\nq1 Q0 d2 3 3 a\n");
        var all = new ArrayList<String>();
        PairFiles.pooled(runs, 2, (topic, document, human) -> all.add(topic + " " + document));
        assertThat(all).containsExactly("q1 d1", "q1 d2", "q1 d9");
    }

    @Test
    void aBadLineIsToldWithFileLineRuleAndValue() {
        assertThatThrownBy(() -> TopicFiles.read(file("q1\ta\nq2\n")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("file:2: expected 2 tab-separated fields")
                .hasMessageContaining("got 1");
        assertThatThrownBy(() -> documents("{\"docid\":\"p0\",\"doc\":\"a\"}\n{\"docid\":\"p1\",\n"))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("file:2: expected one JSON object");
        assertThatThrownBy(() -> documents("{\"docid\":\"p0\",\"say\":\"a\"}\n"))
                .hasMessageContaining("expected one of the fields passage")
                .hasMessageContaining("docid, say");
        assertThatThrownBy(() -> documents("<DOC>\n<DOCNO>1</DOCNO>\n")).hasMessageContaining("expected </DOC>");
        assertThatThrownBy(() -> pairs("q1 0 d1 good\n"))
                .hasMessageContaining("file:1: a grade must be a whole number");
    }

    @Test
    void aPackedFileIsToldByItsBytesAndADamagedOneIsRefused() throws IOException {
        var target = folder.resolve("packed");
        try (var out = new GZIPOutputStream(Files.newOutputStream(target))) {
            out.write("q1\tdog age\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(TopicFiles.read(target)).containsExactly(new Topic("q1", "dog age"));
        var bytes = Files.readAllBytes(target);
        Files.write(target, Arrays.copyOf(bytes, bytes.length - 6));
        assertThatThrownBy(() -> TopicFiles.read(target))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("gzip data must be whole");
    }

    @Test
    void aFirstLineThatNamesTheColumnsIsSkippedAndTold() throws IOException {
        var told = new ArrayList<String>();
        assertThat(TopicFiles.read(file("qid\tquery\nq1\tdog age\n"), told::add))
                .containsExactly(new Topic("q1", "dog age"));
        var documents = new ArrayList<String>();
        DocumentFiles.read(
                file("doc_id\ttitle\ttext\nd1\ta\tb\n\nd2\tc\n"),
                (document, place) -> documents.add(document.id() + " " + place),
                told::add);
        assertThat(documents)
                .containsExactly("d1 " + folder.resolve("file") + ":2", "d2 " + folder.resolve("file") + ":4");
        var pairs = new ArrayList<String>();
        for (var header : List.of("query-id\tcorpus-id\tscore", "query_id 0 doc_id relevance", "qid\tdocid")) {
            PairFiles.read(
                    file(header + "\nq1 0 d1 3\n"),
                    (topic, document, human) -> pairs.add(topic + " " + document),
                    told::add);
        }
        assertThat(pairs).containsExactly("q1 d1", "q1 d1", "q1 d1");
        assertThat(told)
                .hasSize(5)
                .first()
                .asString()
                .isEqualTo(folder.resolve("file")
                        + ":1: 1 line that names the columns (qid, query) was skipped; it is no data");
    }

    @Test
    void aFirstLineOfDataIsNeverTakenForAHeader() throws IOException {
        assertThat(TopicFiles.read(file("topic\twhat is a topic\n")))
                .containsExactly(new Topic("topic", "what is a topic"));
        assertThat(documents("id\tthe id of a text\n")).containsExactly(new Document("id", "the id of a text"));
        assertThat(pairs("qid 0 docid 2\nid d1\n"))
                .containsExactly("qid docid OptionalInt[2]", "id d1 OptionalInt.empty");
        assertThatThrownBy(() -> pairs("q1 0 d1 good\n"))
                .hasMessageContaining("got \"good\"; mend the line, or remove it if it names the columns");
        assertThatThrownBy(() -> pairs("q1 0 d1 1\nquery-id 0 corpus-id score\n"))
                .hasMessageContaining("file:2: a grade must be a whole number");
    }
}
