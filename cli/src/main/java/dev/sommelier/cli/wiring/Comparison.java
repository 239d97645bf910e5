package dev.sommelier.cli.wiring;

import dev.sommelier.agent.AgentOptions;
import dev.sommelier.agent.FixedPlanDecider;
import dev.sommelier.agent.ModelDecider;
import dev.sommelier.agent.RandomDecider;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.experiments.ContenderRun;
import dev.sommelier.experiments.DifferenceTable;
import dev.sommelier.experiments.RankingContender;
import dev.sommelier.experiments.RankingEvaluation;
import dev.sommelier.experiments.RankingTable;
import dev.sommelier.experiments.RankingTables;
import dev.sommelier.experiments.TestUser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The surrogate user and its controls beside the classic recommenders, measured by one code.
///
/// @param ranking everybody on the agent's users
/// @param differences each contender minus the agent, paired by user
/// @param classics the classic recommenders on all test users
/// @param agent the model's runs
public record Comparison(
        RankingTable ranking, List<DifferenceTable> differences, RankingTable classics, AgentJob agent) {
    public Comparison {
        differences = List.copyOf(differences);
    }

    /// Trains, runs and measures.
    ///
    /// @param users how many sampled users the agent serves
    /// @param folder where the agent's runs are kept
    /// @param fresh whether to forget runs that the folder holds
    /// @param encoder of the items' texts
    public static Comparison run(
            Study study,
            OpenedModel opened,
            int users,
            int k,
            AgentOptions options,
            Path folder,
            boolean fresh,
            Supplier<TextEncoder> encoder,
            Output output) {
        var progress = output.progress();
        var split = study.split();
        var scorers = Classics.trainAll(split.trainAndValidation(), encoder, study.seed(), progress);
        var base = Optional.ofNullable(scorers.get(Classics.EASE)).orElseThrow();
        var tools = study.tools(base, Classics.EASE, encoder, progress);

        var evaluation = new RankingEvaluation(split.catalog(), k, progress);
        var runs = new ArrayList<ContenderRun>(evaluation.runAll(
                scorers.values().stream().map(RankingContender::classic).toList(), TestUser.all(split)));
        var everybody = List.copyOf(split.test().keySet());
        var sample = study.sample(users);

        var surrogate = study.agent(tools, new ModelDecider(opened.model().chat(), opened.name()), options);
        var job = AgentJob.description(
                study, surrogate, k, encoder.get().name(), opened.model().provenance());
        var agent = new AgentJob(surrogate, split.catalog(), Optional.of(RunFolder.open(folder, job, fresh)));
        var random = new AgentJob(
                study.agent(tools, new RandomDecider(study.seed()), options), split.catalog(), Optional.empty());
        var plan = new AgentJob(study.agent(tools, new FixedPlanDecider(), options), split.catalog(), Optional.empty());
        runs.addAll(evaluation.runAll(
                List.of(agent.contender(true), random.contender(false), plan.contender(false)),
                TestUser.of(split, sample)));

        var tables = new RankingTables(evaluation, Bootstrap.DEFAULT_RESAMPLES, study.seed());
        var reference = runs.get(scorers.size()).name();
        return new Comparison(
                tables.table("The agent's users", runs, sample),
                evaluation.metricNames().stream()
                        .map(metric -> tables.differences(runs, reference, metric, sample))
                        .toList(),
                tables.table("All test users", runs.subList(0, scorers.size()), everybody),
                agent);
    }
}
