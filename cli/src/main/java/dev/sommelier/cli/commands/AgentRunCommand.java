package dev.sommelier.cli.commands;

import dev.sommelier.agent.AgentBudget;
import dev.sommelier.agent.AgentOptions;
import dev.sommelier.agent.Decider;
import dev.sommelier.agent.FixedPlanDecider;
import dev.sommelier.agent.ModelDecider;
import dev.sommelier.agent.RandomDecider;
import dev.sommelier.agent.RunTotals;
import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.AgentJob;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.Classics;
import dev.sommelier.cli.wiring.EncoderOptions;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.cli.wiring.ModelCost;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.cli.wiring.RunFolder;
import dev.sommelier.cli.wiring.Study;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.experiments.RankingEvaluation;
import dev.sommelier.experiments.RankingTable;
import dev.sommelier.experiments.RankingTables;
import dev.sommelier.experiments.TestUser;
import dev.sommelier.experiments.report.JsonReport;
import dev.sommelier.experiments.report.TextReport;
import dev.sommelier.io.AtomicFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the surrogate user for held-out users.
@Command(
        name = "run",
        description = "Run the surrogate user for sampled users with a held-out item; write lists and traces.",
        footer = {
            "",
            "Examples:",
            "  sommelier agent run --data ml-100k --users 5 --seed 7 --out runs/first",
            "  sommelier agent run --data ml-100k --users 50 --decider random --out runs/control",
            "",
            "DIR receives lists.tsv (user, rank, item, title; the same bytes for the same seed), traces/USER.jsonl",
            "as each user is done, and run.json (figures and provenance). The same command again goes on where it was",
            "stopped, or serves more users."
        })
public final class AgentRunCommand extends BaseCommand {
    /// Who decides.
    enum Who {
        MODEL,
        RANDOM,
        PLAN
    }

    @Mixin
    DataOptions data;

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many users, drawn by the seed (default: ${DEFAULT-VALUE}).")
    int users;

    @Option(
            names = "-k",
            paramLabel = "N",
            defaultValue = "10",
            description = "Items a list (default: ${DEFAULT-VALUE}).")
    int k;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder for lists and traces.")
    Path out = Path.of("");

    @Option(
            names = "--base",
            paramLabel = "RECOMMENDER",
            defaultValue = "EASE",
            description = "The recommender under the tools: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Classics base = Classics.EASE;

    @Option(
            names = "--decider",
            paramLabel = "WHO",
            defaultValue = "MODEL",
            description = "Who decides: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); RANDOM and PLAN are the"
                    + " controls and need no model.")
    Who who = Who.MODEL;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "The most exploring decisions a user (default: ${DEFAULT-VALUE}).")
    int rounds = AgentBudget.DEFAULT.rounds();

    @Option(
            names = "--prompt-tokens",
            paramLabel = "N",
            description = "The most prompt tokens a user beyond the shared prefix (default: ${DEFAULT-VALUE}).")
    long promptTokens = AgentBudget.DEFAULT.promptTokens();

    @Option(
            names = "--generated-tokens",
            paramLabel = "N",
            description = "The most generated tokens a user (default: ${DEFAULT-VALUE}).")
    long generatedTokens = AgentBudget.DEFAULT.generatedTokens();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "The most seconds a user; a limit that is reached makes the list depend on the machine"
                    + " (default: ${DEFAULT-VALUE}).")
    long seconds = AgentBudget.DEFAULT.time().toSeconds();

    @Option(names = "--fresh", description = "Start anew instead of going on with the run that DIR holds.")
    boolean fresh;

    @Mixin
    EncoderOptions encoderOptions = new EncoderOptions();

    /// What the run came to.
    ///
    /// @param cost what this command's calls of the model cost; users served before and replays cost nothing
    record Result(String out, RankingTable ranking, RunTotals totals, ModelCost cost, Provenance provenance) {}

    @Override
    protected void run(Output output) {
        check();
        var study = data.study();
        if (study.split().test().isEmpty()) {
            throw new SommelierException("data set " + data.data
                    + " has no user with a held-out item: every user has a single interaction; add more interactions.");
        }
        if (who == Who.MODEL) {
            try (var opened = OpenedModel.open(model, calls, output)) {
                var engine = opened.model();
                serve(study, new ModelDecider(engine.chat(), opened.name()), engine.provenance(), opened::cost, output);
            }
        } else {
            serve(
                    study,
                    who == Who.RANDOM ? new RandomDecider(data.seed) : new FixedPlanDecider(),
                    new Provenance(Map.of()),
                    () -> ModelCost.NONE,
                    output);
        }
    }

    private void check() {
        if (users < 1 || k < 1) {
            throw wrongUsage("--users and -k must be at least 1, got " + users + " and " + k);
        }
        if (rounds < 1 || promptTokens < 1 || generatedTokens < 1 || seconds < 1) {
            throw wrongUsage("every limit must be at least 1, got --rounds " + rounds + ", --prompt-tokens "
                    + promptTokens + ", --generated-tokens " + generatedTokens + ", --seconds " + seconds);
        }
    }

    private void serve(Study study, Decider decider, Provenance deciding, Supplier<ModelCost> cost, Output output) {
        var split = study.split();
        var encoder = encoderOptions.open(output);
        var progress = output.progress();
        progress.update("Training " + base, 0, 1);
        var scorer = base.train(split.trainAndValidation(), encoder, study.seed());
        progress.update("Training " + base, 1, 1);
        var tools = study.tools(scorer, base, encoder, progress);
        var budget = new AgentBudget(rounds, promptTokens, generatedTokens, Duration.ofSeconds(seconds));
        var agent = study.agent(tools, decider, AgentOptions.DEFAULT.withBudget(budget));
        var folder = RunFolder.open(
                out, AgentJob.description(study, agent, k, encoder.get().name(), deciding), fresh);
        var job = new AgentJob(agent, split.catalog(), Optional.of(folder));

        var sample = study.sample(users);
        if (sample.size() < users) {
            output.note("Only " + sample.size() + " users have a held-out item; all of them are served.");
        }
        var evaluation = new RankingEvaluation(split.catalog(), k, progress);
        var run = evaluation.run(job.contender(who == Who.MODEL), TestUser.of(split, sample));
        var table = new RankingTables(evaluation, Bootstrap.DEFAULT_RESAMPLES, study.seed())
                .table("Users served", List.of(run), sample);

        var provenance = Host.join(Host.provenance(study), deciding);
        provenance = Host.join(provenance, new Provenance(agent.facts()));
        var result = new Result(out.toString(), table, RunTotals.of(job.runs()), cost.get(), provenance);
        tellResumed(job, out, output);
        AtomicFiles.write(out.resolve("lists.tsv"), job.lists());
        AtomicFiles.write(out.resolve("run.json"), JsonReport.render(result));
        output.result(
                result,
                TextReport.quality(table) + TextReport.cost(table) + "Lists: " + out.resolve("lists.tsv") + "\nTraces: "
                        + out.resolve("traces") + "\n" + result.cost().text());
    }

    /// Says that users were not served again, where it is so.
    static void tellResumed(AgentJob job, Path out, Output output) {
        if (job.resumed() > 0) {
            output.note(job.resumed() + " of " + job.runs().size() + " users were served before; their lists come from "
                    + out.resolve("traces") + " (--fresh starts anew).");
        }
    }
}
