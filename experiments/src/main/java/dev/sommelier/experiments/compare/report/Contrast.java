package dev.sommelier.experiments.compare.report;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.evaluation.significance.CorrectedTest;
import dev.sommelier.evaluation.significance.DetectableEffect;
import dev.sommelier.evaluation.significance.PairedT;
import dev.sommelier.evaluation.significance.ScoreTable;
import dev.sommelier.experiments.compare.spec.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Who differs from whom in the tested metric, user by user.
///
/// @param baseline the contender that the others are tested against; empty where it has no figures
/// @param rows one for each other contender with figures
/// @param groups names of contenders of whom no two can be told apart, the best group first
record Contrast(Optional<String> baseline, List<Row> rows, List<List<String>> groups) {
    Contrast {
        rows = List.copyOf(rows);
        groups = List.copyOf(groups);
    }

    /// One contender against the baseline.
    ///
    /// @param difference the contender's mean minus the baseline's
    /// @param p two-sided, corrected for the number of rows
    /// @param more the users for whom the contender's value is higher
    /// @param less the users for whom it is lower
    /// @param detectable the smallest difference that so many users would have shown
    record Row(String name, Interval difference, double p, int more, int less, double detectable) {}

    /// Tests what was measured.
    ///
    /// @param higher whether higher values are better
    static Contrast of(List<Measured> measured, boolean higher, Statistics statistics, long seed) {
        var all = measured.stream().filter(Measured::compared).toList();
        if (all.size() < 2) {
            return new Contrast(Optional.empty(), List.of(), List.of());
        }
        var baseline = statistics.baseline().isEmpty()
                ? Optional.of(all.getFirst())
                : all.stream()
                        .filter(one -> one.name().equals(statistics.baseline().get()))
                        .findFirst();
        return new Contrast(
                baseline.map(Measured::name),
                baseline.map(base -> rows(all, base, statistics, seed)).orElse(List.of()),
                groups(all, higher, statistics));
    }

    private static List<Row> rows(List<Measured> all, Measured baseline, Statistics statistics, long seed) {
        var others =
                all.stream().filter(one -> !one.name().equals(baseline.name())).toList();
        var differences = others.stream().map(one -> minus(one, baseline)).toList();
        var test = new PairedT();
        var p = statistics
                .correction()
                .adjust(differences.stream()
                        .mapToDouble(values -> test.of(values).p())
                        .toArray());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < p.length; i++) {
            var values = differences.get(i);
            rows.add(new Row(
                    others.get(i).name(),
                    Bootstrap.mean(values, statistics.resamples(), seed),
                    p[i],
                    (int) IntStream.range(0, values.length)
                            .filter(u -> values[u] > 0)
                            .count(),
                    (int) IntStream.range(0, values.length)
                            .filter(u -> values[u] < 0)
                            .count(),
                    DetectableEffect.of(values, statistics.level(), DetectableEffect.POWER)));
        }
        return rows;
    }

    private static double[] minus(Measured first, Measured second) {
        return IntStream.range(0, first.perUser().length)
                .mapToDouble(u -> first.perUser()[u] - second.perUser()[u])
                .toArray();
    }

    private static List<List<String>> groups(List<Measured> all, boolean higher, Statistics statistics) {
        var best = all.stream()
                .sorted((a, b) -> higher ? Double.compare(b.mean(), a.mean()) : Double.compare(a.mean(), b.mean()))
                .toList();
        int n = best.size();
        var users = IntStream.range(0, best.getFirst().perUser().length)
                .mapToObj(Integer::toString)
                .toList();
        var table = new ScoreTable(
                best.stream().map(Measured::name).toList(),
                users,
                best.stream().map(Measured::perUser).toArray(double[][]::new));
        var p = new CorrectedTest(new PairedT(), statistics.correction()).adjusted(table);
        return Groups.of(n, (i, j) -> p[pair(n, i, j)] >= statistics.level()).stream()
                .map(group -> group.stream().map(i -> best.get(i).name()).toList())
                .toList();
    }

    /// The place of the pair `i < j` in the order (0,1), (0,2), ..., (1,2), ...
    private static int pair(int n, int i, int j) {
        return i * n - i * (i + 1) / 2 + j - i - 1;
    }
}
