package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.agreement.NamedScores;
import dev.sommelier.experiments.agreement.Renderings;
import dev.sommelier.experiments.agreement.SignificanceStudy;
import dev.sommelier.experiments.agreement.SignificanceText;
import dev.sommelier.experiments.agreement.files.ScoreFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares results topic by topic.
@Command(
        name = "significance",
        description = {
            SignificanceCommand.DESCRIPTION,
            "A file is a table with a header (topic or user; run or system if it has several; a column for each metric),"
                    + " or what trec_eval -q prints; plain or gzip."
        },
        footer = {
            "",
            "Examples:",
            "  sommelier significance bm25.eval monot5.eval -m ndcg_cut_10",
            "  sommelier significance scores.tsv -m map --correction holm"
        })
public final class SignificanceCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION =
            "Compare results topic by topic, or user by user: differences, intervals, effect sizes, corrected p-values.";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scores by topic of one or several systems.")
    List<Path> files = List.of();

    @Option(
            names = {"-m", "--metric"},
            paramLabel = "METRIC",
            description = "The metric to compare, where a file has several.")
    Optional<String> metric = Optional.empty();

    @Mixin
    TestOptions tests;

    @Mixin
    ReportOptions reports;

    @Override
    protected void run(Output output) {
        if (!tests.wrong().isEmpty()) {
            throw wrongUsage(tests.wrong());
        }
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        String name = "";
        for (var file : files) {
            var read = ScoreFiles.read(file, metric);
            name = name.isEmpty() ? read.metric() : name;
            read.scores().scores().forEach((system, scores) -> {
                if (all.putIfAbsent(system, scores) != null) {
                    throw new SommelierException(file + ": a result named \"" + system
                            + "\" was read from an earlier file; rename one of the files.");
                }
            });
        }
        var report = new SignificanceStudy(
                        new NamedScores("the results", all),
                        name,
                        tests.correction,
                        tests.level,
                        tests.resamples,
                        tests.seed)
                .report();
        reports.write(
                Renderings.of(report),
                Host.provenance(files)
                        .with("correction", tests.correction.title())
                        .with("bootstrap resamples", Integer.toString(tests.resamples))
                        .with("seed", Long.toString(tests.seed)),
                output);
        output.result(report, SignificanceText.render(report));
    }
}
