package dev.sommelier.experiments.compare.report;

import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.Plan;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The work of an experiment before it is done.
public final class PlanTable {
    /// What the default model reads and writes a second on two cores.
    private static final double READ = 200;

    private static final double WRITTEN = 75;
    private static final double MINUTE = 60;

    private PlanTable() {}

    /// A line for each contender of each stage, and their sum.
    public static ResultTable of(Plan plan, Map<String, Kind> kinds) {
        var rows = new ArrayList<List<Cell>>();
        long calls = 0;
        long read = 0;
        long written = 0;
        for (var stage : plan.stages()) {
            for (var contender : stage.contenders()) {
                var kind = Optional.ofNullable(kinds.get(contender.kind())).orElseThrow();
                var cost = kind.estimate(contender.parameters(), stage.items()).times(stage.users());
                rows.add(row(
                        stage.title(), contender.name(), stage.users(), cost.calls(), cost.tokens(), cost.generated()));
                calls += cost.calls();
                read += cost.tokens();
                written += cost.generated();
            }
        }
        rows.add(row("all", plan.size() + " units of work", 0, calls, read, written));
        return new ResultTable(
                "plan",
                "The work, with a guess of what a language model would read and write; minutes at 200 tokens read and"
                        + " 75 written a second, what 'sommelier model bench' finds for the default model on two cores",
                List.of("stage", "contender"),
                List.of("users", "calls", "tokens read", "written", "minutes"),
                rows);
    }

    private static List<Cell> row(String stage, String contender, int users, long calls, long read, long written) {
        return List.of(
                new Cell.Words(stage),
                new Cell.Words(contender),
                users == 0 ? Cell.none() : new Cell.Count(users),
                new Cell.Count(calls),
                new Cell.Count(read),
                new Cell.Count(written),
                new Cell.Amount((read / READ + written / WRITTEN) / MINUTE));
    }
}
