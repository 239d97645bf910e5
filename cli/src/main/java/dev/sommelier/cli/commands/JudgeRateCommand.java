package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.cli.wiring.ModelCost;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.cli.wiring.RateOptions;
import dev.sommelier.cli.wiring.Ratings;
import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.RatingTable;
import dev.sommelier.experiments.clicks.ClickTable;
import dev.sommelier.experiments.clicks.RateRendering;
import dev.sommelier.experiments.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Compares the model's ratings and likes with classic predictors.
@Command(
        name = "rate",
        description = "Predict held-out ratings by the model's star probabilities, and likes by its probability of yes,"
                + " zero-shot and few-shot, beside classic predictors.",
        footer = {"", "Example:", "  sommelier judge rate --data ml-100k --pairs 100 --seed 7"})
public final class JudgeRateCommand extends BaseCommand {
    @Mixin
    DataOptions data;

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Mixin
    RateOptions rate;

    @Mixin
    ReportOptions reports;

    /// The tables and how they were made.
    ///
    /// @param sample SHA-256 of the pair sample's lines
    record Result(RatingTable ratings, ClickTable clicks, String sample, ModelCost cost, Provenance provenance) {}

    @Override
    protected void run(Output output) {
        var wrong = rate.wrong();
        if (!wrong.isEmpty()) {
            throw wrongUsage(wrong);
        }
        // What the model cannot do is said before anything is read or computed.
        try (var opened = OpenedModel.open(model, calls, output)) {
            var labels = opened.model().labels();
            var study = data.study();
            Ratings.scale(study);
            var job = rate.study(study, labels, output);
            rate.export(job.pairs(), output);
            var ratings = job.ratings(output.progress());
            var clicks = job.clicks(output.progress());
            var provenance = Host.join(Host.provenance(study), opened.model().provenance())
                    .with("pair sample", job.pairs().hash())
                    .with("history", job.policy().words());
            reports.write(RateRendering.of(ratings, clicks), provenance, output);
            output.result(
                    new Result(ratings, clicks, job.pairs().hash(), opened.cost(), provenance),
                    TextReport.ratings(ratings) + "\n" + RateRendering.text(clicks) + "\n"
                            + opened.cost().text());
        }
    }
}
