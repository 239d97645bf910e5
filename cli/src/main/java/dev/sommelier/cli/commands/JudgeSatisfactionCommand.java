package dev.sommelier.cli.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.cli.wiring.ModelCost;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.judging.satisfaction.SatisfactionRendering;
import dev.sommelier.experiments.judging.satisfaction.SatisfactionReport;
import dev.sommelier.experiments.judging.satisfaction.SatisfactionStudy;
import dev.sommelier.judges.RatingOutcome;
import dev.sommelier.judges.satisfaction.SatisfactionJudge;
import dev.sommelier.judges.satisfaction.Talk;
import dev.sommelier.judges.satisfaction.UssFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Judges how satisfied users of dialogues are.
@Command(
        name = "satisfaction",
        description =
                "Judge how satisfied the user of a dialogue is at each rated turn, 1 to 5, beside what people said.",
        footer = {
            "",
            "Example:",
            "  sommelier judge satisfaction --dialogues ReDial.txt --limit 500 --cache",
            "",
            "With --cache a killed run goes on where it was: answered calls are not made again."
        })
public final class JudgeSatisfactionCommand extends BaseCommand {
    @Option(
            names = "--dialogues",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "Dialogues in the format of USS: lines of role, text, action and scores between tabs, a blank"
                    + " line after each dialogue.")
    List<Path> dialogues = List.of();

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "8",
            description =
                    "How many lines of the dialogue are shown at most, the last ones (default: ${DEFAULT-VALUE}).")
    int lines;

    @Option(names = "--limit", paramLabel = "N", description = "Judge only the first N rated turns (default: all).")
    Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--judge-seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The seed of folds and intervals (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Write what was said of each turn as JSON lines, failures too.")
    Optional<Path> labels = Optional.empty();

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Mixin
    ReportOptions reports;

    /// The table and how it was made.
    record Result(SatisfactionReport satisfaction, ModelCost cost, Provenance provenance) {}

    @Override
    protected void run(Output output) {
        if (lines < 1 || limit.orElse(1) < 1) {
            throw wrongUsage("--lines and --limit must be at least 1, got " + lines + " and "
                    + limit.map(String::valueOf).orElse("none"));
        }
        var talks = new ArrayList<Talk>();
        dialogues.forEach(file -> talks.addAll(UssFile.read(file)));
        try (var opened = OpenedModel.open(model, calls, output)) {
            var judge = new SatisfactionJudge(opened.model().labels(), lines);
            var study = new SatisfactionStudy(talks, seed);
            study.ask(judge, limit.orElse(Integer.MAX_VALUE), output.progress());
            var report = study.report();
            var provenance = Host.join(
                            Host.provenance(dialogues), opened.model().provenance())
                    .with("judge", judge.parameters())
                    .with("seed", Long.toString(seed));
            labels.ifPresent(file -> ReportOptions.write(file, lines(talks, study), output));
            reports.write(SatisfactionRendering.of(report), provenance, output);
            output.result(
                    new Result(report, opened.cost(), provenance),
                    SatisfactionRendering.text(report) + opened.cost().text());
        }
    }

    private static String lines(List<Talk> talks, SatisfactionStudy study) {
        var json = new ObjectMapper();
        var text = new StringBuilder();
        for (var asked : study.asked()) {
            var line = json.createObjectNode()
                    .put("dialogue", talks.get(asked.talk()).name())
                    .put("turn", asked.number())
                    .put("people", asked.turn().truth());
            switch (asked.outcome()) {
                case RatingOutcome.Predicted predicted -> {
                    line.put("expected", predicted.rating());
                    predicted.probabilities().forEach(line.putArray("probabilities")::add);
                }
                case RatingOutcome.Failed failed -> line.put("failed", failed.cause());
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }
}
