package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Heading;
import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.datasets.collection.PairFiles;
import dev.sommelier.judges.relevance.FewShot;
import dev.sommelier.judges.relevance.JudgeSettings;
import dev.sommelier.judges.relevance.Nuggets;
import dev.sommelier.judges.relevance.RelevanceMethods;
import dev.sommelier.judges.relevance.RelevancePair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The options that single methods take.
@Heading("How it is judged")
public final class MethodOptions {
    private static final String ENSEMBLE = "ensemble";
    private static final String NUGGETS = "nuggets";
    private static final String FEW_SHOT = "few-shot";

    @Option(
            names = "--examples",
            paramLabel = "FILE",
            description = "For few-shot: qrels to draw examples from, of topics that are not judged; their texts are"
                    + " found in --topics and --docs.")
    Optional<Path> examples = Optional.empty();

    @Option(
            names = "--examples-per-grade",
            paramLabel = "N",
            description = "For few-shot: how many examples of each grade (default: 1).")
    Optional<Integer> perGrade = Optional.empty();

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
    String wrong(String method) {
        var unknown = members.stream()
                .filter(name -> !RelevanceMethods.names().contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return "--members are names of " + String.join(", ", RelevanceMethods.names()) + "; got " + unknown.get();
        }
        var methods = judging(method);
        if (!members.isEmpty() && !method.equals(ENSEMBLE)) {
            return notRead("--members", List.of(ENSEMBLE), method);
        }
        if (nuggets.isPresent() && !methods.contains(NUGGETS)) {
            return notRead("--nuggets", List.of(NUGGETS), method);
        }
        if ((examples.isPresent() || perGrade.isPresent()) && !methods.contains(FEW_SHOT)) {
            return notRead(examples.isPresent() ? "--examples" : "--examples-per-grade", List.of(FEW_SHOT), method);
        }
        return perGrade.filter(n -> n < 1).isPresent()
                ? "--examples-per-grade must be at least 1, got " + perGrade.get()
                : "";
    }

    /// The method, and those that vote in it.
    List<String> judging(String method) {
        return method.equals(ENSEMBLE)
                ? Stream.concat(Stream.of(method), members.stream()).toList()
                : List.of(method);
    }

    static String notRead(String option, List<String> readers, String method) {
        return option + " is read by method " + String.join(" and ", readers) + ", and not by " + method
                + "; leave it out, or choose that --method";
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
        return new FewShot(pool, perGrade.orElse(1), judged);
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
