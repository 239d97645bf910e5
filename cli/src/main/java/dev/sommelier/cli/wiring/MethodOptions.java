package dev.sommelier.cli.wiring;

import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.datasets.collection.PairFiles;
import dev.sommelier.judges.relevance.FewShot;
import dev.sommelier.judges.relevance.JudgeSettings;
import dev.sommelier.judges.relevance.Nuggets;
import dev.sommelier.judges.relevance.RelevancePair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options that single methods take.
public final class MethodOptions {
    @Option(
            names = "--examples",
            paramLabel = "FILE",
            description = "For few-shot: qrels to draw examples from, of topics that are not judged; their texts are"
                    + " found in --topics and --docs.")
    Optional<Path> examples = Optional.empty();

    @Option(
            names = "--examples-per-grade",
            paramLabel = "N",
            defaultValue = "1",
            description = "For few-shot: how many examples of each grade (default: ${DEFAULT-VALUE}).")
    int perGrade;

    @Option(
            names = "--nuggets",
            paramLabel = "FILE",
            description =
                    "For nuggets: lines of topic, tab, question (default: the model writes three for each topic).")
    Optional<Path> nuggets = Optional.empty();

    @Option(
            names = "--members",
            paramLabel = "METHOD",
            split = ",",
            description = "For ensemble: the methods that vote (default: grade,umbrela,yes-no).")
    List<String> members = List.of();

    /// What is wrong with the options, in a sentence; empty where nothing is.
    String wrong() {
        return perGrade < 1 ? "--examples-per-grade must be at least 1, got " + perGrade : "";
    }

    /// The settings with what the options give.
    ///
    /// @throws SommelierException if a text of an example is missing, or its topic is judged
    JudgeSettings apply(JudgeSettings settings, JudgeInputs inputs) {
        var given = settings.withMembers(members);
        if (nuggets.isPresent()) {
            given = given.withNuggets(Nuggets.read(nuggets.get()));
        }
        return examples.isPresent() ? given.withFewShot(fewShot(examples.get(), inputs)) : given;
    }

    private record Line(String topic, String document, int grade) {}

    private FewShot fewShot(Path file, JudgeInputs inputs) {
        var lines = new ArrayList<Line>();
        PairFiles.read(
                file,
                (topic, document, human) -> lines.add(new Line(
                        topic,
                        document,
                        human.orElseThrow(() -> new SommelierException(file + ": examples need a grade, topic " + topic
                                + " document " + document + " has none; give qrels.")))));
        var topics = new HashMap<String, Topic>();
        inputs.planInputs().topics().forEach(topic -> topics.put(topic.id(), topic));
        var documents = texts(lines, inputs);
        var judged = new HashSet<String>();
        inputs.planInputs().pairs().accept((topic, document, human) -> judged.add(topic));
        var pool = lines.stream()
                .map(line -> new FewShot.Example(
                        new RelevancePair(
                                found(topics, line.topic(), file, "topic"),
                                found(documents, line.document(), file, "document")),
                        line.grade()))
                .toList();
        return new FewShot(pool, perGrade, judged);
    }

    private static Map<String, Document> texts(List<Line> lines, JudgeInputs inputs) {
        var wanted = new HashSet<String>();
        lines.forEach(line -> wanted.add(line.document()));
        var documents = new HashMap<String, Document>();
        inputs.documents(document -> {
            if (wanted.contains(document.id())) {
                documents.put(document.id(), document);
            }
        });
        return documents;
    }

    private static <T> T found(Map<String, T> texts, String id, Path file, String what) {
        var text = texts.get(id);
        if (text == null) {
            throw new SommelierException(file + ": the text of the example's " + what + " " + id
                    + " is not there; leave the line out or give its file with --topics or --docs.");
        }
        return text;
    }
}
