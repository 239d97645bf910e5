package dev.sommelier.experiments.compare.report;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.Chart;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The tested metric of all contenders within the slices of one [Cut].
final class Slices {
    /// What the row of counts is called; no contender can be found by words in round brackets.
    static final String USERS = "(users)";

    private static final String MARK = " *";

    private final Cut cut;
    private final String tested;
    private final List<Measured> measured;
    /// By slice, then by contender.
    private final List<List<Interval>> intervals;

    /// @param tested what a user's value is
    Slices(Cut cut, String tested, List<Measured> measured, int resamples, long seed) {
        this.cut = cut;
        this.tested = tested;
        this.measured = measured.stream().filter(Measured::compared).toList();
        this.intervals = cut.slices().stream()
                .map(slice -> Bootstrap.means(
                        this.measured.stream()
                                .map(one -> slice.of(one.perUser()))
                                .toArray(double[][]::new),
                        resamples,
                        seed))
                .toList();
    }

    Cut cut() {
        return cut;
    }

    boolean isEmpty() {
        return measured.isEmpty() || cut.slices().isEmpty();
    }

    /// A column for each slice; the first row counts its users.
    ResultTable table(String stage) {
        var rows = new ArrayList<List<Cell>>();
        var counts = new ArrayList<Cell>(List.of(new Cell.Words(USERS)));
        cut.slices().forEach(slice -> counts.add(new Cell.Count(slice.members().size())));
        rows.add(counts);
        for (int c = 0; c < measured.size(); c++) {
            int contender = c;
            var row = new ArrayList<Cell>(List.of(new Cell.Words(measured.get(c).name())));
            intervals.forEach(slice -> row.add(new Cell.Estimate(slice.get(contender), false)));
            rows.add(row);
        }
        return new ResultTable(
                stage + "-" + cut.id(),
                "Mean " + tested + " by " + cut.by() + ", 95 % bootstrap intervals over the slice's users" + notes(),
                List.of("contender"),
                cut.slices().stream()
                        .map(slice -> slice.name() + (slice.few() ? MARK : ""))
                        .toList(),
                isEmpty() ? List.of() : rows);
    }

    private String notes() {
        var notes = new StringBuilder();
        if (cut.slices().stream().anyMatch(Slice::few)) {
            notes.append("; * fewer than ").append(Slice.FEW).append(" users: the intervals are too narrow");
        }
        if (cut.leftOut() > 0) {
            notes.append("; slices with fewer users that are not shown: ").append(cut.leftOut());
        }
        return notes.toString();
    }

    /// What a chart of a slice says above it.
    static String words(Slice slice) {
        return slice.members().size() + " users" + (slice.few() ? ", too few to trust the intervals" : "");
    }

    /// One chart for each slice, all on one axis.
    List<Chart> charts() {
        double low = ends().mapToDouble(Interval::low).min().orElse(0);
        double high = ends().mapToDouble(Interval::high).max().orElse(1);
        return intervals.stream()
                .<Chart>map(slice -> new Chart.Part(
                        tested,
                        IntStream.range(0, measured.size())
                                .mapToObj(c -> dot(measured.get(c), slice.get(c)))
                                .toList(),
                        low,
                        high))
                .toList();
    }

    private Stream<Interval> ends() {
        return intervals.stream().flatMap(List::stream);
    }

    private static Chart.Dot dot(Measured one, Interval interval) {
        return new Chart.Dot(one.name(), one.result().part().name(), interval.mean(), interval.low(), interval.high());
    }
}
