package dev.sommelier.benchmarks.judging;

import dev.sommelier.core.Document;
import dev.sommelier.core.Run;
import dev.sommelier.core.Topic;
import dev.sommelier.datasets.collection.DocumentFiles;
import dev.sommelier.datasets.collection.PairFiles;
import dev.sommelier.datasets.collection.TopicFiles;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.llm.encode.MiniLmEncoder;
import dev.sommelier.retrieval.Bm25;
import dev.sommelier.retrieval.EmbeddingIndex;
import dev.sommelier.retrieval.Fusion;
import dev.sommelier.retrieval.Pool;
import dev.sommelier.retrieval.TextIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// An example to copy: many variants of a retrieval system over the Cranfield collection, and the pool of what they
/// find, to be judged by a language model.
///
/// Arguments: CRANFIELD OUT DEPTH. Of the 225 topics every fourth is taken, up to 50. Writes to OUT:
/// - `topics.tsv`
/// - `runs/NAME.run`: 33 runs of 20 documents a topic
/// - `human.qrels`: Cranfield's judgements on the grades of TREC: 1 (complete answer) becomes 3, 2 becomes 2, 3 and 4
///   become 1; those of -1 are left out
/// - `pool.qrels`: the pool of the runs at the depth; a document without a judgement has grade 0, as every document was
///   judged for every topic and only relevant ones were listed
public final class CranfieldRuns {
    private static final int TOPICS = 50;
    private static final int EVERY = 4;
    private static final int LONG = 20;
    private static final List<Integer> GRADES = List.of(0, 3, 2, 1, 1);

    private CranfieldRuns() {}

    public static void main(String[] arguments) {
        var cranfield = Path.of(arguments[0]);
        var out = Path.of(arguments[1]);
        int depth = Integer.parseInt(arguments[2]);
        var documents = new ArrayList<Document>();
        DocumentFiles.read(cranfield.resolve("cran.all.1400"), documents::add);
        var all = TopicFiles.read(cranfield.resolve("cran.qry"));
        var topics =
                IntStream.range(0, TOPICS).mapToObj(i -> all.get(i * EVERY)).toList();
        var runs = runs(documents, topics);
        var human = human(cranfield.resolve("cranqrel"), topics);

        AtomicFiles.write(
                out.resolve("topics.tsv"),
                lines(topics.stream()
                        .map(topic -> topic.id() + "\t" + topic.text().replaceAll("\\s+", " "))
                        .toList()));
        runs.forEach(run -> AtomicFiles.write(out.resolve("runs").resolve(run.name() + ".run"), lines(trec(run))));
        var judged = new ArrayList<String>();
        human.forEach((topic, grades) -> grades.forEach((id, grade) -> judged.add(topic + " 0 " + id + " " + grade)));
        AtomicFiles.write(out.resolve("human.qrels"), lines(judged));
        var pooled = new ArrayList<String>();
        Pool.of(runs, depth)
                .documents()
                .forEach((topic, found) -> found.forEach(id -> pooled.add(topic + " 0 " + id + " "
                        + human.getOrDefault(topic, Map.of()).getOrDefault(id, 0))));
        AtomicFiles.write(out.resolve("pool.qrels"), lines(pooled));
        System.out.println(runs.size() + " runs, " + topics.size() + " topics, " + judged.size()
                + " judgements, pool at depth " + depth + ": " + pooled.size() + " pairs");
    }

    private static List<Run> runs(List<Document> documents, List<Topic> topics) {
        var runs = new ArrayList<Run>();
        var encoder = new MiniLmEncoder();
        var whole = EmbeddingIndex.of(documents, encoder).run("embedding", topics, LONG);
        var titles = EmbeddingIndex.of(titles(documents), encoder).run("embedding-title", topics, LONG);
        var texts = EmbeddingIndex.of(texts(documents), encoder).run("embedding-text", topics, LONG);
        runs.addAll(List.of(whole, titles, texts));
        var words = new ArrayList<Run>();
        try (var index = TextIndex.of(documents)) {
            for (double k1 : new double[] {.4, .9, 1.2, 2}) {
                for (double b : new double[] {.2, .4, .75}) {
                    words.add(bm25(index, topics, new Bm25(k1, b, 0, 1)));
                }
            }
            for (double title : new double[] {.5, 1, 2}) {
                words.add(bm25(index, topics, new Bm25(.9, .4, title, 1)));
                words.add(bm25(index, topics, new Bm25(1.2, .75, title, 1)));
            }
            words.add(bm25(index, topics, new Bm25(.9, .4, 1, 0)));
        }
        runs.addAll(words);
        for (var run : List.of(words.get(0), words.get(4), words.get(8), words.get(11), words.get(14), words.get(18))) {
            runs.add(Fusion.reciprocalRank("hybrid-" + run.name(), List.of(run, whole), LONG));
        }
        runs.add(Fusion.reciprocalRank("hybrid-titles", List.of(words.get(18), titles), LONG));
        runs.add(Fusion.reciprocalRank("hybrid-text", List.of(words.get(4), texts), LONG));
        runs.add(Fusion.reciprocalRank("hybrid-embeddings", List.of(whole, titles, texts), LONG));
        runs.add(Fusion.reciprocalRank("hybrid-words", List.of(words.get(0), words.get(11), words.get(18)), LONG));
        runs.add(Fusion.reciprocalRank("hybrid-all", List.of(words.get(4), words.get(16), whole, titles), LONG));
        return runs;
    }

    private static Run bm25(TextIndex index, List<Topic> topics, Bm25 weights) {
        return index.run(weights.name(), topics, weights, LONG);
    }

    private static List<Document> titles(List<Document> documents) {
        return documents.stream()
                .map(document -> new Document(
                        document.id(), Optional.empty(), document.title().orElse("")))
                .toList();
    }

    private static List<Document> texts(List<Document> documents) {
        return documents.stream()
                .map(document -> new Document(document.id(), Optional.empty(), document.text()))
                .toList();
    }

    private static Map<String, Map<String, Integer>> human(Path file, List<Topic> topics) {
        var human = new LinkedHashMap<String, Map<String, Integer>>();
        topics.forEach(topic -> human.put(topic.id(), new LinkedHashMap<>()));
        PairFiles.read(file, (topic, document, grade) -> {
            var grades = human.get(topic);
            int code = grade.orElseThrow();
            if (grades != null && code > 0) {
                grades.put(document, GRADES.get(code));
            }
        });
        return human;
    }

    private static List<String> trec(Run run) {
        var lines = new ArrayList<String>();
        for (var topic : run.topics()) {
            for (int i = 0; i < topic.size(); i++) {
                lines.add(topic.topic() + " Q0 " + topic.documents().get(i) + " " + (i + 1) + " " + topic.score(i) + " "
                        + run.name());
            }
        }
        return lines;
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
