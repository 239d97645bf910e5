package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.cli.wiring.RecommendationEvalReport;
import dev.sommelier.cli.wiring.TrecEvalJson;
import dev.sommelier.cli.wiring.TrecEvalLine;
import dev.sommelier.cli.wiring.TrecEvalText;
import dev.sommelier.evaluation.recommendation.RecommendationResult;
import dev.sommelier.evaluation.trec.TrecOptions;
import dev.sommelier.evaluation.trec.TrecResult;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.experiments.runs.ListRendering;
import dev.sommelier.experiments.runs.RunRendering;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Evaluates TREC runs as trec_eval does, or lists of recommendations.
@Command(
        name = "eval",
        description = EvalCommand.DESCRIPTION,
        footer = {
            "",
            "Metrics: trec_eval's names (map, ndcg_cut.5,10, P.10, recip_rank, bpref, infAP, set_F, official, all_trec)",
            "and those of ir-measures (nDCG@10, AP(rel=2), R@100, RR@10, Judged@10, RBP(p=0.8), ERR@20).",
            "With --train and --test: HR, Recall, Precision, MAP, MRR, nDCG(gain=exp), Gini, EPC, ILD and others, see",
            "docs/recommendation-metrics.md; trec_eval's options do not apply.",
            "",
            "Examples:",
            "  sommelier eval qrels.txt bm25.run",
            "  sommelier eval -q -m map -m ndcg_cut.10 qrels.txt bm25.run.gz",
            "  sommelier eval --train train.tsv --test test.tsv recs.tsv -m nDCG -m 'MAP(elliot)' -m Gini -k 10,50",
            "  sommelier eval qrels.txt bm25.run dense.run -m nDCG@10 'AP(rel=2)' Judged@10 --csv"
        })
public final class EvalCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION =
            "Evaluate TREC runs with trec_eval\'s figures and layout, or lists of recommendations.";

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The qrels, then one or more runs, plain or gzip; with --train and --test, lists of"
                    + " recommendations.")
    List<Path> files = List.of();

    @Option(
            names = {"-m", "--measure"},
            paramLabel = "METRIC",
            description = "What to measure; may be given several times (default: official).")
    List<String> metrics = List.of();

    @Option(
            names = {"-q", "--query_eval_wanted"},
            description = "Print each topic, too.")
    boolean perTopic;

    @Option(
            names = {"-n", "--nosummary"},
            description = "Leave the summary over all topics out.")
    boolean noSummary;

    @Option(
            names = {"-c", "--complete_rel_info_wanted"},
            description = "Average over all topics of the qrels; without results they score zero.")
    boolean complete;

    @Option(
            names = {"-l", "--level_for_rel"},
            paramLabel = "GRADE",
            defaultValue = "1",
            description = "The lowest grade that is relevant (default: ${DEFAULT-VALUE}).")
    int level;

    @Option(
            names = {"-J", "--Judged_docs_only"},
            description = "Take unjudged documents out first.")
    boolean judgedOnly;

    @Option(
            names = {"-M", "--Max_retrieved_per_topic"},
            paramLabel = "N",
            defaultValue = "2147483647",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "Use the best N documents of a topic only.")
    int most;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a report that opens without a network.")
    Optional<Path> html = Optional.empty();

    @Option(names = "--latex", paramLabel = "FILE", description = "Write tables for a paper (booktabs).")
    Optional<Path> latex = Optional.empty();

    @Option(names = "--csv", description = "Print comma-separated values in full precision.")
    boolean csv;

    @Mixin
    RecommendationEvalOptions recommendations = new RecommendationEvalOptions();

    @Override
    protected void run(Output output) {
        if (recommendations.given()) {
            lists(output);
            return;
        }
        if (files.size() < 2) {
            throw wrongUsage("give the qrels and at least one run, or --train, --test and lists of recommendations; got"
                    + " one file");
        }
        var options = new TrecOptions(level, complete, judgedOnly, most);
        var line = new TrecEvalLine(files, metrics, options, perTopic, !noSummary);
        var paths = line.files();
        if (paths.size() < 2) {
            throw wrongUsage("give the qrels and at least one run, got " + paths);
        }
        var runs = line.evaluate(output::note);
        if (html.isPresent() || latex.isPresent()) {
            Map<String, TrecResult> named = new LinkedHashMap<>();
            runs.forEach(run -> named.put(name(run.file(), paths), run.result()));
            write(RunRendering.of(named), paths, output);
        }
        if (output.json()) {
            output.result(TrecEvalJson.of(runs, perTopic), "");
        } else if (csv) {
            output.result(runs, TrecEvalText.csv(runs, perTopic, !noSummary));
        } else {
            output.result(runs, line.text(runs));
        }
    }

    private void lists(Output output) {
        recommendations.complaint().ifPresent(complaint -> {
            throw wrongUsage(complaint);
        });
        var evaluated = recommendations.job(files, metrics).run(output::note);
        if (html.isPresent() || latex.isPresent()) {
            Map<String, RecommendationResult> named = new LinkedHashMap<>();
            evaluated.forEach(lists -> named.put(name(lists.file(), files), lists.result()));
            var inputs = new ArrayList<>(recommendations.inputs());
            inputs.addAll(files);
            write(ListRendering.of(named), inputs, output);
        }
        boolean perUser = recommendations.perUser || perTopic;
        var text = csv
                ? RecommendationEvalReport.csv(evaluated, perUser)
                : RecommendationEvalReport.text(evaluated, perUser);
        output.result(RecommendationEvalReport.documents(evaluated, perUser), text);
    }

    /// The file's name, or the whole path where another file has the same name.
    private static String name(Path file, List<Path> all) {
        var name = String.valueOf(file.getFileName());
        long same = all.stream()
                .filter(other -> name.equals(String.valueOf(other.getFileName())))
                .count();
        return same > 1 ? file.toString() : name;
    }

    private void write(Rendering rendering, List<Path> inputs, Output output) {
        html.ifPresent(file -> ReportOptions.write(file, rendering.html(Host.provenance(inputs)), output));
        latex.ifPresent(file -> ReportOptions.write(file, rendering.latex(), output));
    }
}
