package dev.sommelier.cli.commands;

import dev.sommelier.agent.conversation.ModelPolicy;
import dev.sommelier.agent.conversation.Policy;
import dev.sommelier.cli.chat.SimulationJob;
import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.Classics;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.OpenedModel;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lets simulated users converse.
@Command(
        name = "simulate",
        description = "Let simulated users from held-out histories converse, and measure what comes of it.",
        footer = {
            "",
            "Examples:",
            "  sommelier chat simulate --data ml-100k --users 100 --seed 1",
            "  sommelier chat simulate --data ml-100k --users 200 --llm --record talk.rec",
            "",
            "The recommender learns from all other users. The tables hold no times and are the same for",
            "the same seed; times and costs are on standard error."
        })
public final class ChatSimulateCommand extends BaseCommand {
    @Mixin
    DataOptions data;

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many users, drawn by the seed (default: ${DEFAULT-VALUE}).")
    int users;

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "5",
            description = "The most replies of a conversation (default: ${DEFAULT-VALUE}).")
    int turns;

    @Option(
            names = "-k",
            paramLabel = "N",
            defaultValue = "5",
            description = "Items a list (default: ${DEFAULT-VALUE}).")
    int k;

    @Option(
            names = "--revealed",
            paramLabel = "N",
            defaultValue = "2",
            description = "Liked titles that a user names at first (default: ${DEFAULT-VALUE}).")
    int revealed;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "3",
            description = "Replies in a row without anything of interest after which a user gives up"
                    + " (default: ${DEFAULT-VALUE}).")
    int patience;

    @Option(
            names = "--base",
            paramLabel = "RECOMMENDER",
            defaultValue = "EASE",
            description = "Who recommends from what is liked: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Classics base = Classics.EASE;

    @Option(
            names = "--cases",
            paramLabel = "N",
            defaultValue = "100",
            description = "Requests that fit two items; 0 for none (default: ${DEFAULT-VALUE}).")
    int cases;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only these contenders beside the single list, such as 'never ask,paying policy'.")
    List<String> only = List.of();

    @Option(names = "--llm", description = "A language model decides whether to ask, as one more contender.")
    boolean llm;

    @Override
    protected void run(Output output) {
        if (users < 1 || turns < 1 || k < 1 || revealed < 1 || patience < 1 || cases < 0) {
            throw wrongUsage(
                    "--users, --turns, -k, --revealed and --patience must be at least 1 and --cases at least 0");
        }
        var job = new SimulationJob(
                data.dataset(),
                base,
                new SimulationJob.Size(users, turns, k, revealed, patience, cases),
                data.seed,
                only);
        if (llm) {
            try (var opened = OpenedModel.open(model, calls, output)) {
                Policy policy = new ModelPolicy(opened.model().chat(), job.catalog());
                show(job.run(Optional.of(policy), output.progress()), output);
                output.note("Model calls: " + opened.cost().line());
            }
        } else {
            show(job.run(Optional.empty(), output.progress()), output);
        }
    }

    private static void show(SimulationJob.Result result, Output output) {
        output.result(result, result.text());
        output.note(result.times());
    }
}
