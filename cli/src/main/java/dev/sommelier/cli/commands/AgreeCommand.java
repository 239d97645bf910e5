package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.core.Provenance;
import dev.sommelier.evaluation.agreement.GradeScale;
import dev.sommelier.evaluation.agreement.LabelPairs;
import dev.sommelier.evaluation.agreement.LabelSet;
import dev.sommelier.evaluation.agreement.PairPolicy;
import dev.sommelier.experiments.agreement.AgreementStudy;
import dev.sommelier.experiments.agreement.AgreementText;
import dev.sommelier.experiments.agreement.NamedScores;
import dev.sommelier.experiments.agreement.Renderings;
import dev.sommelier.experiments.agreement.SystemRankingStudy;
import dev.sommelier.experiments.agreement.SystemRankingText;
import dev.sommelier.experiments.agreement.files.FileNames;
import dev.sommelier.experiments.agreement.files.LabelFiles;
import dev.sommelier.experiments.agreement.files.LengthFiles;
import dev.sommelier.experiments.agreement.files.RunFolder;
import dev.sommelier.experiments.agreement.files.RunFolder.NamedQrels;
import dev.sommelier.experiments.agreement.files.ScoreFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures how far labels agree with a human's, or whether they rank systems alike.
@Command(
        name = "agree",
        description = {
            AgreeCommand.DESCRIPTION,
            "With --runs, or with stored scores, measure whether they rank systems alike and keep what is significant.",
            "Labels are TREC qrels, or JSON lines with topic, document and one of grade, probabilities and failed."
        },
        footer = {
            "",
            "Examples:",
            "  sommelier agree --human human.qrels --labels gpt.qrels llama.jsonl --out-of-range clip",
            "  sommelier agree --human human.qrels --labels gpt.qrels --runs runs -m nDCG@10",
            "  sommelier agree --human-scores nist.tsv --label-scores llm.tsv -m nDCG@10 --test t --test tukey"
        })
public final class AgreeCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION =
            "Measure how far relevance labels agree with a human's: kappa, alpha and more, with intervals over topics.";

    @Option(names = "--human", paramLabel = "QRELS", description = "The human's judgements.")
    Optional<Path> human = Optional.empty();

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            arity = "1..*",
            description = "The labels to measure; several files are also compared with each other and joined.")
    List<Path> labels = List.of();

    @Option(
            names = "--out-of-range",
            paramLabel = "POLICY",
            defaultValue = "FAIL",
            description = "Grades outside the scale: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    PairPolicy.OutOfRange outOfRange = PairPolicy.OutOfRange.FAIL;

    @Option(
            names = "--missing",
            paramLabel = "POLICY",
            defaultValue = "FAIL",
            description = "Judged pairs without a label, failed ones included: ${COMPLETION-CANDIDATES} (default:"
                    + " ${DEFAULT-VALUE}).")
    PairPolicy.Missing missing = PairPolicy.Missing.FAIL;

    @Option(
            names = "--scale",
            paramLabel = "LOW..HIGH",
            description = "The grades (default: from 0, or the human's lowest below it, to the human's highest).")
    Optional<String> scale = Optional.empty();

    @Option(
            names = "--lengths",
            paramLabel = "FILE",
            description = "Documents and their lengths, for a breakdown by length.")
    Optional<Path> lengths = Optional.empty();

    @Option(
            names = "--dev-topics",
            paramLabel = "T",
            split = ",",
            description = "Topics on which ensembles are weighed; their figures leave these out.")
    List<String> devTopics = List.of();

    @Option(names = "--details", description = "Show every measure, grade and length of each label set.")
    boolean details;

    @Option(names = "--runs", paramLabel = "DIR", description = "A folder of TREC runs to rank under both.")
    Optional<Path> runs = Optional.empty();

    @Option(names = "--human-scores", paramLabel = "FILE", description = "Systems' scores by topic under the human.")
    Optional<Path> humanScores = Optional.empty();

    @Option(names = "--label-scores", paramLabel = "FILE", description = "The same under the labels.")
    Optional<Path> labelScores = Optional.empty();

    @Option(
            names = {"-m", "--metric"},
            paramLabel = "METRIC",
            description = "The metric of the runs or scores, such as nDCG@10.")
    Optional<String> metric = Optional.empty();

    @Option(
            names = "--top",
            paramLabel = "K",
            defaultValue = "10",
            description = "How many systems are the top (default: ${DEFAULT-VALUE}).")
    int top;

    @Option(
            names = "--test",
            paramLabel = "TEST",
            description = "How pairs of systems are tested, may be given several times: ${COMPLETION-CANDIDATES}"
                    + " (default: T).")
    List<TestOptions.Kind> kinds = List.of();

    @Mixin
    TestOptions tests;

    @Mixin
    ReportOptions reports;

    @Override
    protected void run(Output output) {
        if (!tests.wrong().isEmpty()) {
            throw wrongUsage(tests.wrong());
        }
        if (top < 2) {
            throw wrongUsage("--top must be at least 2, got " + top);
        }
        if (humanScores.isPresent() || labelScores.isPresent()) {
            scores(output);
        } else if (human.isEmpty() || labels.isEmpty()) {
            throw wrongUsage("give --human QRELS and --labels FILE..., or --human-scores and --label-scores");
        } else if (runs.isPresent()) {
            runs(output, human.get(), runs.get());
        } else {
            agreement(output, human.get());
        }
    }

    private void agreement(Output output, Path file) {
        var judged = LabelFiles.qrels(file, output::note);
        var sets = labels.stream()
                .map(path -> LabelFiles.labels(path, output::note))
                .toList();
        if (sets.stream().map(LabelSet::name).distinct().count() < sets.size()) {
            throw wrongUsage("two label files have one name; rename one of them");
        }
        var unknown = devTopics.stream()
                .filter(topic -> judged.topic(topic).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            throw wrongUsage("--dev-topics: the human did not judge " + String.join(", ", unknown));
        }
        var report = new AgreementStudy(
                        FileNames.plain(file),
                        judged,
                        sets,
                        scale.map(this::parsed).orElseGet(() -> LabelPairs.impliedScale(judged)),
                        new PairPolicy(outOfRange, missing),
                        lengths.map(LengthFiles::read).orElse(Map.of()),
                        devTopics,
                        tests.resamples,
                        tests.seed)
                .report();
        var inputs = new ArrayList<>(List.of(file));
        inputs.addAll(labels);
        lengths.ifPresent(inputs::add);
        reports.write(Renderings.of(report), provenance(inputs), output);
        output.result(report, AgreementText.render(report, details || sets.size() == 1));
    }

    private GradeScale parsed(String text) {
        var ends = text.split("\\.\\.", -1);
        if (ends.length != 2 || !Stream.of(ends).allMatch(end -> end.matches("-?\\d{1,4}"))) {
            throw wrongUsage("--scale must be two whole numbers such as 0..3, got " + text);
        }
        int low = Integer.parseInt(ends[0]);
        int high = Integer.parseInt(ends[1]);
        if (low >= high || high - low > 100) {
            throw wrongUsage("--scale must go upwards, over at most 101 grades, got " + text);
        }
        return new GradeScale(low, high);
    }

    private void runs(Output output, Path file, Path folder) {
        if (labels.size() != 1) {
            throw wrongUsage("--runs needs exactly one --labels file, got " + labels.size());
        }
        var label = LabelFiles.labels(labels.getFirst(), output::note);
        if (!label.failed().isEmpty()) {
            output.note(label.name() + ": " + label.failed().size()
                    + " failed pairs have no label and are unjudged in the metric.");
        }
        var scored = RunFolder.score(
                folder,
                new NamedQrels(FileNames.plain(file), LabelFiles.qrels(file, output::note)),
                new NamedQrels(label.name(), label.labels()),
                metric.orElse("nDCG@10"),
                output::note,
                output.progress());
        ranking(output, scored.human(), scored.label(), scored.metric(), List.of(file, labels.getFirst(), folder));
    }

    private void scores(Output output) {
        if (humanScores.isEmpty() || labelScores.isEmpty()) {
            throw wrongUsage("--human-scores and --label-scores go together");
        }
        var first = ScoreFiles.read(humanScores.get(), metric);
        var second = ScoreFiles.read(labelScores.get(), metric);
        ranking(output, first.scores(), second.scores(), first.metric(), List.of(humanScores.get(), labelScores.get()));
    }

    private void ranking(Output output, NamedScores first, NamedScores second, String name, List<Path> inputs) {
        var wanted = kinds.isEmpty() ? List.of(TestOptions.Kind.T) : kinds;
        var report = new SystemRankingStudy(
                        first,
                        second,
                        name,
                        top,
                        tests.level,
                        wanted.stream().map(tests::test).toList())
                .report();
        reports.write(Renderings.of(report), provenance(inputs), output);
        output.result(report, SystemRankingText.render(report));
    }

    private Provenance provenance(List<Path> inputs) {
        return Host.provenance(inputs)
                .with("policy", "out of range " + outOfRange + ", missing " + missing)
                .with("significance level", Double.toString(tests.level))
                .with("bootstrap resamples", Integer.toString(tests.resamples))
                .with("seed", Long.toString(tests.seed));
    }
}
