package dev.sommelier.cli.commands;

import dev.sommelier.agent.AgentOptions;
import dev.sommelier.agent.AgentRun;
import dev.sommelier.agent.trace.TracePrinter;
import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.Comparison;
import dev.sommelier.cli.wiring.EncoderOptions;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.cli.wiring.Ratings;
import dev.sommelier.cli.wiring.Study;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.experiments.report.Cautions;
import dev.sommelier.experiments.report.HtmlReport;
import dev.sommelier.experiments.report.JsonReport;
import dev.sommelier.experiments.report.Report;
import dev.sommelier.experiments.report.TextReport;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.io.Home;
import dev.sommelier.llm.LanguageModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The whole machine in one command.
@Command(
        name = "demo",
        description = DemoCommand.DESCRIPTION,
        footer = {
            "",
            "Examples:",
            "  sommelier demo",
            "  sommelier demo --users 200 --pairs 400 --out runs/large",
            "",
            "DIR receives report.html (opens without a network), report.json, lists.tsv and traces/USER.jsonl."
        })
public final class DemoCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION =
            "Compare a local LLM as surrogate user and as judge with classic recommenders, on MovieLens 100K.";

    private static final String DATA = "ml-100k";
    private static final int K = 10;
    private static final int TRACES = 3;

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Mixin
    EncoderOptions encoder = new EncoderOptions();

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "20",
            description = "Users that the agent serves (default: ${DEFAULT-VALUE}).")
    int users;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "100",
            description = "Held-out ratings to predict (default: ${DEFAULT-VALUE}).")
    int pairs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "The seed (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "sommelier-demo",
            description = "The folder for the report (default: ${DEFAULT-VALUE}).")
    Path out = Path.of("");

    @Option(names = "--fresh", description = "Start anew instead of going on with the run that DIR holds.")
    boolean fresh;

    @Override
    protected void run(Output output) {
        if (users < 1 || pairs < 1) {
            throw wrongUsage("--users and --pairs must be at least 1, got " + users + " and " + pairs);
        }
        long start = System.nanoTime();
        var fetched = new DatasetStore(Home.fromEnvironment()).get(DATA, Optional.empty(), output.progress());
        output.note(DataGetCommand.sentence(fetched));
        try (var opened = OpenedModel.open(model, calls, output)) {
            var engine = opened.model();
            var study = Study.of(fetched.dataset(), seed);
            var comparison = Comparison.run(
                    study, opened, users, K, AgentOptions.DEFAULT, out, fresh, encoder.open(output), output);
            AgentRunCommand.tellResumed(comparison.agent(), out, output);
            var labels = Optional.of(engine)
                    .filter(able -> able.capabilities().labels() > 0)
                    .map(LanguageModel::labels);
            if (labels.isEmpty()) {
                output.note("The server gives no label probabilities: the rating table has no LLM row.");
            }
            var ratings = Ratings.run(study, labels, pairs, output.progress());
            var provenance = Host.join(Host.provenance(study), engine.provenance())
                    .with("peak memory", Host.peakMemory().orElse("unknown"))
                    .with("wall time", seconds(start))
                    .with("model calls of this run", opened.cost().line())
                    .with(
                            "users served before",
                            Integer.toString(comparison.agent().resumed()));
            var report = new Report(
                    "A local LLM among classic recommenders",
                    fetched.dataset().name() + ", " + opened.name() + ", " + LocalDate.now(ZoneOffset.UTC),
                    Optional.of(comparison.ranking()),
                    comparison.differences(),
                    Optional.of(comparison.classics()),
                    Optional.of(ratings),
                    traces(comparison, study),
                    Host.join(provenance, comparison.agent().facts()),
                    Cautions.of(Optional.of(comparison.ranking()), Optional.of(ratings)));
            AtomicFiles.write(out.resolve("lists.tsv"), comparison.agent().lists());
            AtomicFiles.write(out.resolve("report.json"), JsonReport.render(report));
            HtmlReport.write(out.resolve("report.html"), report);
            output.result(report, TextReport.render(report));
            output.note("Report: " + out.resolve("report.html") + " (" + seconds(start) + ")");
        }
    }

    private static List<Report.Trace> traces(Comparison comparison, Study study) {
        var traces = new ArrayList<Report.Trace>();
        for (AgentRun run : comparison.agent().runs().stream().limit(TRACES).toList()) {
            var relevant = Set.of(study.split().testItem(run.user()));
            boolean hit = relevant.stream().anyMatch(run.list().items()::contains);
            traces.add(new Report.Trace(
                    "User " + run.user() + (hit ? ": found the held-out item" : ": missed the held-out item"),
                    TracePrinter.text(comparison.agent().trace(run), relevant)));
        }
        return traces;
    }

    private static String seconds(long start) {
        return String.format(
                Locale.ROOT,
                "%.0f s",
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    }
}
