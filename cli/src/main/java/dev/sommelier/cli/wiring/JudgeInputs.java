package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Heading;
import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.datasets.collection.DocumentFiles;
import dev.sommelier.datasets.collection.PairFiles;
import dev.sommelier.datasets.collection.PairSample;
import dev.sommelier.datasets.collection.TopicField;
import dev.sommelier.datasets.collection.TopicFiles;
import dev.sommelier.io.Hashes;
import dev.sommelier.judges.example.ExampleCollection;
import dev.sommelier.judges.job.PlanInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// The options that say what is judged.
@Heading("What is judged")
public final class JudgeInputs {
    /// What becomes of a pair whose document has no text.
    public enum MissingText {
        STOP,
        SKIP
    }

    private static final int DEPTH = 10;

    @Option(
            names = "--topics",
            paramLabel = "FILE",
            description = "The topics: TSV (id, text), JSON lines, TREC topics or cran.qry; may be gzip.")
    Optional<Path> topics = Optional.empty();

    @Option(
            names = "--topic-fields",
            paramLabel = "FIELD",
            split = ",",
            defaultValue = "TITLE",
            description = "The parts of a topic that make the query, where the file has them:"
                    + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    List<TopicField> fields = List.of(TopicField.TITLE);

    @Option(
            names = "--docs",
            paramLabel = "FILE",
            arity = "1..*",
            description = "The documents: TSV, JSON lines (MS MARCO, LLMJudge), TREC SGML, cran.all.1400 (each may"
                    + " be gzip) or Parquet.")
    List<Path> documents = List.of();

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description =
                    "What to judge: TREC qrels (their grades serve as human labels), or lines of topic, document.")
    Optional<Path> pairs = Optional.empty();

    @Option(names = "--runs", paramLabel = "DIR", description = "Judge the pool of these TREC runs instead.")
    Optional<Path> runs = Optional.empty();

    @Option(names = "--depth", paramLabel = "K", description = "The pool's depth, for --runs (default: " + DEPTH + ").")
    Optional<Integer> depth = Optional.empty();

    @Option(
            names = "--sample-per-topic",
            paramLabel = "N",
            description = "Judge only N pairs of each topic, drawn by --sample-seed (default: all).")
    Optional<Integer> sample = Optional.empty();

    @Option(
            names = "--sample-seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The seed of --sample-per-topic (default: ${DEFAULT-VALUE}).")
    long sampleSeed;

    @Option(
            names = "--missing-text",
            paramLabel = "POLICY",
            defaultValue = "STOP",
            description = "Pairs whose topic or document is not there: ${COMPLETION-CANDIDATES}; SKIP counts them as"
                    + " failed (default: ${DEFAULT-VALUE}).")
    MissingText missing = MissingText.STOP;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "20",
            description = "Pairs that are judged and kept together (default: ${DEFAULT-VALUE}).")
    int batch;

    @Option(
            names = "--example",
            description = "The collection that comes with the program, in place of --topics, --docs and --pairs: 12"
                    + " topics, 216 short texts, four grades.")
    boolean example;

    /// What was skipped while files were read, each once however often they were read.
    private final Set<String> notices = new LinkedHashSet<>();

    /// What is wrong with the options, in a sentence; empty where nothing is.
    public String wrong() {
        if (example) {
            if (topics.isPresent() || !documents.isEmpty() || pairs.isPresent() || runs.isPresent()) {
                return "--example brings its own topics, documents and pairs; leave --topics, --docs, --pairs and --runs"
                        + " out";
            }
            return numbers();
        }
        if (topics.isEmpty() || documents.isEmpty() || pairs.isPresent() == runs.isPresent()) {
            return "a new job needs --topics FILE, --docs FILE and either --pairs FILE or --runs DIR, or --example";
        }
        return GivenPaths.wrong(this).orElseGet(this::numbers);
    }

    /// Whether nothing says what is judged.
    public boolean none() {
        return !example && topics.isEmpty() && documents.isEmpty() && pairs.isEmpty() && runs.isEmpty();
    }

    private String numbers() {
        if (sample.filter(n -> n < 1).isPresent()) {
            return "--sample-per-topic must be at least 1, got " + sample.get();
        }
        if (depth.isPresent() && runs.isEmpty()) {
            return "--depth belongs to --runs DIR; leave it out, or give the runs whose pool is judged";
        }
        if (depth() < 1) {
            return "--depth must be at least 1, got " + depth();
        }
        return batch < 1 ? "--batch must be at least 1, got " + batch : "";
    }

    private int depth() {
        return depth.orElse(DEPTH);
    }

    /// Whether pairs without a text may stay in the job, to be counted as failed.
    public boolean skipsMissing() {
        return missing == MissingText.SKIP;
    }

    /// Hands over every document.
    void documents(Consumer<Document> consumer) {
        placedDocuments((document, place) -> consumer.accept(document));
    }

    private void placedDocuments(PlanInputs.DocumentReceiver receiver) {
        if (example) {
            ExampleCollection.documents().forEach(receiver::accept);
        }
        documents.forEach(file -> DocumentFiles.read(file, receiver::document, notices::add));
    }

    /// What was skipped in the files that were read so far, in sentences.
    List<String> notices() {
        return List.copyOf(notices);
    }

    PlanInputs planInputs() {
        return new PlanInputs(
                topics(),
                receiver -> {
                    if (sample.isPresent()) {
                        new PairSample(sample.get(), sampleSeed).draw(this::pairs, receiver::pair);
                    } else {
                        pairs(receiver::pair);
                    }
                },
                this::placedDocuments,
                skipsMissing() ? PlanInputs.MissingText.KEPT : PlanInputs.MissingText.REFUSED);
    }

    private List<Topic> topics() {
        var read = example ? ExampleCollection.topics() : TopicFiles.read(topics.orElseThrow(), notices::add);
        return TopicField.select(read, fields);
    }

    private void pairs(PairFiles.Receiver receiver) {
        if (example) {
            ExampleCollection.pairs(receiver::pair);
        }
        pairs.ifPresent(file -> PairFiles.read(file, receiver, notices::add));
        runs.ifPresent(folder -> PairFiles.pooled(folder, depth(), receiver));
    }

    /// The content of the inputs, which paths do not change.
    Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        if (example) {
            facts.put("collection", ExampleCollection.NAME);
        }
        topics.ifPresent(file -> facts.put("topics", Hashes.sha256(file)));
        if (!fields.equals(List.of(TopicField.TITLE))) {
            facts.put("topic fields", TopicField.words(fields));
        }
        if (!documents.isEmpty()) {
            facts.put("documents", documents.stream().map(Hashes::sha256).collect(Collectors.joining(" ")));
        }
        pairs.ifPresent(file -> facts.put("pairs", Hashes.sha256(file)));
        runs.ifPresent(folder -> facts.put("pool", "depth " + depth() + ": " + hash(folder)));
        sample.ifPresent(n -> facts.put("sample", n + " pairs a topic, seed " + sampleSeed));
        facts.put("missing text", skipsMissing() ? "skip" : "stop");
        facts.put("batch", Integer.toString(batch));
        return facts;
    }

    private static String hash(Path folder) {
        try (var files = Files.list(folder)) {
            return Hashes.sha256(files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> file.getFileName() + " " + Hashes.sha256(file))
                    .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new SommelierException(folder + ": cannot list the runs of this folder; check the path", e);
        }
    }
}
