package dev.sommelier.experiments.tune;

import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The work of a search before it is done.
public final class TuningPlanTable {
    private TuningPlanTable() {}

    /// A line for each contender.
    public static ResultTable of(Tuning tuning) {
        var rows = new ArrayList<List<Cell>>();
        for (var one : tuning.contenders()) {
            var sizes = IntStream.range(0, one.rounds())
                    .mapToObj(round -> Integer.toString(one.size(round)))
                    .collect(Collectors.joining(", "));
            rows.add(List.of(
                    new Cell.Words(one.name()),
                    new Cell.Words(one.space().text()),
                    new Cell.Words(one.rounds() == 1 ? "" : one.budget().orElse("users")),
                    new Cell.Words(sizes),
                    new Cell.Count(
                            IntStream.range(0, one.rounds()).map(one::size).sum())));
        }
        rows.add(List.of(
                new Cell.Words("all"),
                new Cell.Words(TuningPlan.of(tuning).size() + " units of work on " + String.join(", ", tuning.data())),
                Cell.none(),
                Cell.none(),
                Cell.none()));
        return new ResultTable(
                "plan",
                "The work on each data set: what is searched, what grows from round to round, how many candidates each"
                        + " round tries (the preset among them)",
                List.of("contender", "space", "grows", "candidates"),
                List.of("fits"),
                rows);
    }
}
