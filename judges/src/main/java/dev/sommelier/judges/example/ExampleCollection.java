package dev.sommelier.judges.example;

import dev.sommelier.core.Document;
import dev.sommelier.core.Topic;
import dev.sommelier.io.Hashes;
import dev.sommelier.judges.job.PlanInputs.PairReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Twelve everyday questions and 216 short texts, 18 judged for each question on the four grades of TREC. Written for
/// this project; identifiers and order tell nothing of the grades. Grades: 6 texts of a topic have nothing to do with
/// it though most share words with it, 5 are related, 4 answer in part or among other things, 3 answer it. A text's
/// length tells nothing of its grade.
public final class ExampleCollection {
    private static final String TOPICS = read("topics.tsv");
    private static final String DOCUMENTS = read("documents.tsv");
    private static final String JUDGMENTS = read("judgments.qrels");

    /// Its name with a hash of its content.
    public static final String NAME =
            "example " + Hashes.sha256(TOPICS + DOCUMENTS + JUDGMENTS).substring(0, 12);

    private ExampleCollection() {}

    /// The questions.
    public static List<Topic> topics() {
        return TOPICS.lines()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Topic(cells[0], cells[1]))
                .toList();
    }

    /// The texts.
    public static List<Document> documents() {
        return DOCUMENTS
                .lines()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Document(cells[0], Optional.empty(), cells[1]))
                .toList();
    }

    /// Hands over the judged pairs with their grades, topic by topic.
    public static void pairs(PairReceiver receiver) {
        JUDGMENTS
                .lines()
                .map(line -> line.split(" ", -1))
                .forEach(cells -> receiver.pair(cells[0], cells[2], OptionalInt.of(Integer.parseInt(cells[3]))));
    }

    private static String read(String name) {
        try (var in = ExampleCollection.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
