package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.cli.wiring.ModelCost;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.cli.wiring.Ratings;
import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.RatingTable;
import dev.sommelier.experiments.report.TextReport;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Compares the model's ratings with classic predictors.
@Command(
        name = "rate",
        description = "Predict held-out ratings by the model's star probabilities, beside classic predictors.",
        footer = {"", "Example:", "  sommelier judge rate --data ml-100k --pairs 100 --seed 7"})
public final class JudgeRateCommand extends BaseCommand {
    @Mixin
    DataOptions data;

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "100",
            description = "Held-out ratings to predict, one a user (default: ${DEFAULT-VALUE}).")
    int pairs;

    /// The table and how it was made.
    record Result(RatingTable ratings, ModelCost cost, Provenance provenance) {}

    @Override
    protected void run(Output output) {
        if (pairs < 1) {
            throw wrongUsage("--pairs must be at least 1, got " + pairs);
        }
        // What the model cannot do is said before anything is read or computed.
        try (var opened = OpenedModel.open(model, calls, output)) {
            var labels = opened.model().labels();
            var study = data.study();
            Ratings.scale(study);
            var table = Ratings.run(study, Optional.of(labels), pairs, output.progress());
            var provenance = Host.join(Host.provenance(study), opened.model().provenance());
            var cost = opened.cost();
            output.result(new Result(table, cost, provenance), TextReport.ratings(table) + cost.text());
        }
    }
}
