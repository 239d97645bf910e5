package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.ModelCost;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.core.Catalog;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.datasets.check.DataCheck;
import dev.sommelier.datasets.split.SplitRule;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.memory.TitleProbe;
import dev.sommelier.experiments.memory.TitleProbeResult;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.io.Home;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what may be wrong with a data set.
@Command(
        name = "check",
        description = "Count what may be wrong with a data set: repeated and rare contacts, overlap and leakage of a"
                + " split, items without text, times without order, and titles that a model may know by heart.",
        footer = {
            "",
            "Examples:",
            "  sommelier data check ml-100k",
            "  sommelier data check games --split given --rare 10",
            "  sommelier data check ml-100k --probe-memory --titles 200 --model smollm2-135m-instruct-q8_0",
            "",
            "Splits: leave-last-out, global-temporal, user-temporal, random, k-fold, held-out-users, given, with",
            "parameters as in user-temporal:test=0.2,validation=0.1 (docs/datasets.md)."
        })
public final class DataCheckCommand extends BaseCommand {
    private static final int ALTERNATIVES = 9;
    private static final int PERCENT = 100;

    @Parameters(paramLabel = "NAME", description = "The data set.")
    String name = "";

    @Option(
            names = "--split",
            paramLabel = "RULE",
            defaultValue = "leave-last-out",
            description = "The split whose leakage is told (default: ${DEFAULT-VALUE}).")
    String split = "";

    @Option(
            names = "--rare",
            paramLabel = "N",
            defaultValue = "5",
            description = "Users and items with fewer interactions are rare (default: ${DEFAULT-VALUE}).")
    int rare;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "The seed of the split and the probe (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--probe-memory",
            description = "Ask a language model whether it may know titles by heart: given the first half, is the true"
                    + " rest more likely than the rests of other titles?")
    boolean probeMemory;

    @Option(
            names = "--titles",
            paramLabel = "N",
            defaultValue = "100",
            description = "Titles that the probe asks about (default: ${DEFAULT-VALUE}).")
    int titles;

    @Mixin
    ModelOptions model = new ModelOptions();

    @Mixin
    CallOptions calls = new CallOptions();

    /// What was found.
    record Result(DataCheck check, Optional<Probe> probe) {}

    /// What the probe found, and how.
    record Probe(String model, String prompt, TitleProbeResult result, ModelCost cost) {}

    @Override
    protected void run(Output output) {
        if (rare < 1 || titles < 1) {
            throw wrongUsage("--rare and --titles must be at least 1, got " + rare + " and " + titles);
        }
        var rule = SplitRule.parse(split, seed);
        var dataset = new DatasetStore(Home.fromEnvironment()).open(name);
        var check = DataCheck.of(dataset, rule, rare);
        Optional<Probe> probe = probeMemory ? Optional.of(probe(dataset.catalog(), output)) : Optional.empty();
        output.result(
                new Result(check, probe),
                text(check) + probe.map(DataCheckCommand::text).orElse(""));
    }

    private Probe probe(Catalog catalog, Output output) {
        try (var opened = OpenedModel.open(model, calls, output)) {
            var asked = new TitleProbe(opened.model().texts(), ALTERNATIVES, seed);
            var result = asked.run(catalog, titles, output.progress());
            return new Probe(opened.name(), asked.facts(), result, opened.cost());
        }
    }

    private static String text(DataCheck check) {
        var table = TextTable.of(List.of("Counted"), List.of("Found", "Of", "Share"));
        check.findings()
                .forEach(finding -> table.row(List.of(
                        finding.what(),
                        Long.toString(finding.found()),
                        Long.toString(finding.of()),
                        finding.of() == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", PERCENT * finding.share()))));
        var text = new StringBuilder("Data set " + check.data() + ", split " + check.split() + "\n\n")
                .append(table.render())
                .append(String.format(
                        Locale.ROOT,
                        "\nOf the training interactions, %.1f %% are younger than a test interaction, on average.\n",
                        PERCENT * check.youngerTraining()));
        check.findings().stream()
                .filter(finding -> !finding.advice().isEmpty())
                .forEach(finding -> text.append("- ")
                        .append(finding.what())
                        .append(": ")
                        .append(finding.advice())
                        .append(".\n"));
        return text.toString();
    }

    private static String text(Probe probe) {
        var result = probe.result();
        var table = TextTable.of(
                List.of("Titles completed by " + probe.model()), List.of("True rest", "Control", "Chance"));
        table.row(
                List.of("other rests that are less likely", share(result.beaten()), share(result.control()), "50.0 %"));
        table.row(List.of(
                "titles whose rest is the most likely of " + (result.alternatives() + 1),
                share(result.first()),
                share(result.controlFirst()),
                String.format(Locale.ROOT, "%.1f %%", PERCENT * result.firstByChance())));
        return "\n" + table.render() + "\n" + result.titles() + " titles; " + result.unfit()
                + " items have titles of fewer than three words. The control puts the same rests behind the first half of\n"
                + "another title. What the first half adds, title by title: "
                + share(result.difference()) + ".\n"
                + "Above 0, the model connects the halves, from memory or from language alone.\n"
                + probe.cost().text();
    }

    private static String share(Interval interval) {
        return String.format(
                Locale.ROOT,
                "%.1f %% [%.1f, %.1f]",
                PERCENT * interval.mean(),
                PERCENT * interval.low(),
                PERCENT * interval.high());
    }
}
