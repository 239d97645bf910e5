package dev.sommelier.experiments.compare.report;

import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.significance.PairedT;
import dev.sommelier.experiments.compare.ComparisonResult;
import dev.sommelier.experiments.compare.StageResult;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two comparisons beside each other: the contenders of one name in stages of one task, user by user.
///
/// @param tables one for each stage that both have
/// @param notes what only one of them has
public record Against(List<ResultTable> tables, List<String> notes) {
    public Against {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /// Compares.
    ///
    /// @param before what stands on the left, whose values are taken away
    /// @param now what stands on the right
    /// @throws SommelierException with the differences if data, split or users are not the same, or no stage is shared
    public static Against of(ComparisonResult before, ComparisonResult now) {
        requireSameData(before.provenance(), now.provenance());
        var tables = new ArrayList<ResultTable>();
        var notes = new ArrayList<String>();
        var earlier = byTask(before);
        var later = byTask(now);
        later.forEach((task, stage) -> {
            var other = earlier.get(task);
            if (other == null) {
                notes.add("only the second has the task: " + task);
            } else {
                requireSameUsers(task, other, stage);
                tables.add(table("against-" + (tables.size() + 1), other, stage, now, notes));
            }
        });
        earlier.keySet().stream()
                .filter(task -> !later.containsKey(task))
                .forEach(task -> notes.add("only the first has the task: " + task));
        if (tables.isEmpty()) {
            throw new SommelierException("the two comparisons share no task: the first has " + earlier.keySet()
                    + ", the second " + later.keySet() + "; compare experiments with a task in common");
        }
        return new Against(tables, notes);
    }

    private static Map<String, StageResult> byTask(ComparisonResult result) {
        var stages = new LinkedHashMap<String, StageResult>();
        result.stages()
                .forEach(stage -> stages.put(
                        stage.stage().data() + ": " + stage.stage().task().text()
                                + stage.stage()
                                        .source()
                                        .map(source -> " source=" + source.text())
                                        .orElse(""),
                        stage));
        return stages;
    }

    private static void requireSameData(Map<String, String> before, Map<String, String> now) {
        var differences = new ArrayList<String>();
        before.forEach((name, value) -> {
            var other = now.get(name);
            boolean counts = name.equals("seed") || name.endsWith(" content sha256") || name.endsWith(" split sha256");
            if (counts && other != null && !other.equals(value)) {
                differences.add("  " + name + ": " + value + " -> " + other);
            }
        });
        if (!differences.isEmpty()) {
            throw new SommelierException("the two comparisons do not ask the same:\n" + String.join("\n", differences)
                    + "\nOnly answers about the same users and items can be compared; run one of them again.");
        }
    }

    private static void requireSameUsers(String task, StageResult before, StageResult now) {
        if (before.users().size() != now.users().size()) {
            throw new SommelierException("the two comparisons do not ask the same in " + task + ": "
                    + before.users().size() + " -> " + now.users().size() + " users");
        }
        for (int u = 0; u < before.users().size(); u++) {
            var one = before.users().get(u);
            var other = now.users().get(u);
            if (!one.user().equals(other.user())
                    || !one.relevant().equals(other.relevant())
                    || !one.items().equals(other.items())) {
                throw new SommelierException("the two comparisons do not ask the same in " + task + ": the question "
                        + (u + 1) + " is about user " + one.user() + " and item " + one.relevant() + " among "
                        + one.items().size() + " -> user " + other.user() + " and item " + other.relevant() + " among "
                        + other.items().size());
            }
        }
    }

    private static ResultTable table(
            String id, StageResult before, StageResult now, ComparisonResult result, List<String> notes) {
        var statistics = result.experiment().statistics();
        long seed = result.experiment().seed();
        var left = new Values(before, statistics.resamples(), seed);
        var right = new Values(now, statistics.resamples(), seed);
        var names = right.names().stream().filter(left.names()::contains).toList();
        right.names().stream()
                .filter(name -> !left.names().contains(name))
                .forEach(name -> notes.add(
                        "only the second has " + name + " in " + now.stage().title()));
        left.names().stream()
                .filter(name -> !right.names().contains(name))
                .forEach(name -> notes.add(
                        "only the first has " + name + " in " + now.stage().title()));
        var test = new PairedT();
        var differences = names.stream().map(name -> minus(left, right, name)).toList();
        var p = statistics
                .correction()
                .adjust(differences.stream()
                        .mapToDouble(values -> test.of(values).p())
                        .toArray());
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < names.size(); i++) {
            rows.add(List.of(
                    new Cell.Words(names.get(i)),
                    new Cell.Words(p[i] < statistics.level() ? "differs" : "not told apart"),
                    new Cell.Figure(left.mean(names.get(i))),
                    new Cell.Figure(right.mean(names.get(i))),
                    new Cell.Estimate(Bootstrap.mean(differences.get(i), statistics.resamples(), seed), true),
                    new Cell.Chance(p[i]),
                    new Cell.Count(differences.get(i).length)));
        }
        return new ResultTable(
                id,
                now.stage().title() + ": " + now.stage().task().metric()
                        + " of contenders of one name in both, second minus first, user by user (of RMSE the squared"
                        + " error); bootstrap interval, paired t-test corrected by "
                        + statistics.correction().title(),
                List.of("contender", "verdict"),
                List.of("first", "second", "difference", "p", "users"),
                rows);
    }

    private static double[] minus(Values left, Values right, String name) {
        var one = left.of(name);
        var other = right.of(name);
        return one.keySet().stream()
                .filter(other::containsKey)
                .mapToDouble(user -> Optional.ofNullable(other.get(user)).orElseThrow()
                        - Optional.ofNullable(one.get(user)).orElseThrow())
                .toArray();
    }

    /// The tested metric by contender and user.
    private static final class Values {
        private final Map<String, Map<String, Double>> values = new LinkedHashMap<>();

        Values(StageResult stage, int resamples, long seed) {
            var measures = new Measures(stage, resamples, seed);
            int[] compared = measures.compared();
            measures.all().stream().filter(Measured::compared).forEach(one -> {
                var own = new LinkedHashMap<String, Double>();
                for (int i = 0; i < compared.length; i++) {
                    own.put(stage.users().get(compared[i]).user(), one.perUser()[i]);
                }
                values.put(one.name(), own);
            });
        }

        List<String> names() {
            return List.copyOf(values.keySet());
        }

        Map<String, Double> of(String name) {
            return Optional.ofNullable(values.get(name)).orElseGet(HashMap::new);
        }

        double mean(String name) {
            return of(name).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(Double.NaN);
        }
    }
}
