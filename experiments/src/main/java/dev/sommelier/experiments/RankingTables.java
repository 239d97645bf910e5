package dev.sommelier.experiments;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.evaluation.recommendation.ItemCoverage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes tables from runs, for all users or for a part of them. The same seed gives the same intervals.
public final class RankingTables {
    private final RankingEvaluation evaluation;
    private final int resamples;
    private final long seed;

    /// @param evaluation what measured the runs
    /// @param resamples bootstrap resamples of the users, such as 2,000
    /// @param seed the seed of the resampling
    public RankingTables(RankingEvaluation evaluation, int resamples, long seed) {
        this.evaluation = evaluation;
        this.resamples = resamples;
        this.seed = seed;
    }

    /// One row for each run that has an answer for all of these users.
    ///
    /// @param users the users that count, at least one
    public RankingTable table(String title, List<ContenderRun> runs, List<String> users) {
        var rows = runs.stream()
                .map(run -> run.only(users))
                .flatMap(Optional::stream)
                .map(this::row)
                .toList();
        return new RankingTable(
                title, users.size(), evaluation.catalog().size(), evaluation.k(), evaluation.metricNames(), rows);
    }

    /// Each run against one of them, paired by user.
    ///
    /// @param reference the name of the run to compare with
    /// @param metric the metric to compare
    /// @param users the users that count; every compared run has an answer for them
    /// @throws IllegalArgumentException if the reference has no answers for these users
    public DifferenceTable differences(List<ContenderRun> runs, String reference, String metric, List<String> users) {
        double[] base = runs.stream()
                .filter(run -> run.name().equals(reference))
                .findFirst()
                .flatMap(run -> run.only(users))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no run \"" + reference + "\" with an answer for all " + users.size() + " users"))
                .values(metric);
        var rows = new ArrayList<DifferenceTable.Row>();
        for (var run : runs) {
            if (!run.name().equals(reference)) {
                run.only(users).ifPresent(part -> rows.add(difference(part, part.values(metric), base)));
            }
        }
        return new DifferenceTable(reference, metric, users.size(), rows);
    }

    private DifferenceTable.Row difference(ContenderRun run, double[] values, double[] base) {
        int better = 0;
        int worse = 0;
        for (int i = 0; i < values.length; i++) {
            better += values[i] > base[i] ? 1 : 0;
            worse += values[i] < base[i] ? 1 : 0;
        }
        Interval difference = Bootstrap.difference(values, base, resamples, seed);
        return new DifferenceTable.Row(run.name(), run.kind(), difference, better, worse, Verdict.of(difference));
    }

    private RankingRow row(ContenderRun run) {
        var metrics = new LinkedHashMap<String, Interval>();
        for (var metric : evaluation.metricNames()) {
            metrics.put(metric, Bootstrap.mean(run.values(metric), resamples, seed));
        }
        var cost = Cost.NONE;
        Map<String, Integer> failures = new LinkedHashMap<>();
        Map<String, RepairCount> repairs = new LinkedHashMap<>();
        for (var outcome : run.outcomes()) {
            cost = cost.plus(outcome.seconds(), outcome.ownSeconds(), outcome.usage());
            outcome.failure().ifPresent(cause -> failures.merge(cause, 1, Integer::sum));
            outcome.repairs().forEach((cause, count) -> {
                if (count > 0) {
                    repairs.put(
                            cause,
                            repairs.getOrDefault(cause, new RepairCount(0, 0)).plus(count));
                }
            });
        }
        return new RankingRow(
                run.name(),
                run.kind(),
                run.parameters(),
                metrics,
                coverage(run),
                cost,
                failures.values().stream().mapToInt(Integer::intValue).sum(),
                failures,
                repairs);
    }

    private double coverage(ContenderRun run) {
        var lists = run.outcomes().stream().map(UserOutcome::items).toList();
        return ItemCoverage.share(lists, evaluation.k(), evaluation.catalog().size());
    }
}
