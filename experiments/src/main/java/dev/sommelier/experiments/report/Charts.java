package dev.sommelier.experiments.report;

import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.RankingRow;
import dev.sommelier.experiments.RankingTable;
import dev.sommelier.experiments.RatingTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The charts of a comparison: what of its tables is drawn, with a text that says what there is to see.
final class Charts {
    /// The shortest time that the logarithmic axis shows.
    private static final double SHORTEST = 1e-6;

    private final HtmlPage page;

    private record Drawing(String type, String metric, List<Point> rows) {}

    Charts(HtmlPage page) {
        this.page = page;
    }

    private record Point(
            String name,
            ContenderKind kind,
            double mean,
            double low,
            double high,
            @Nullable Double all,
            @Nullable Double seconds) {}

    /// Bars of one metric; a diamond where the contender was also measured over all test users.
    String bars(String id, RankingTable table, String metric, Optional<RankingTable> all) {
        var points = table.rows().stream()
                .map(row -> point(
                        row,
                        metric,
                        all.flatMap(other -> other.row(row.name()))
                                .map(other -> other.metric(metric).mean())
                                .orElse(null),
                        null))
                .toList();
        return add(id, "bars", metric, points, metric + " of each contender with its 95 % interval");
    }

    /// One metric against the time a user takes.
    String cost(String id, RankingTable table, String metric) {
        var points = table.rows().stream()
                .map(row ->
                        point(row, metric, null, Math.max(SHORTEST, row.cost().secondsPerAnswer())))
                .toList();
        return add(id, "cost", metric, points, metric + " of each contender against its time a user, logarithmic");
    }

    /// Dots of the rating predictors' RMSE.
    String ratings(String id, RatingTable table) {
        var points = table.rows().stream()
                .filter(row -> row.rmse().isPresent())
                .map(row -> point(row.name(), row.kind(), row.rmse().orElseThrow(), null, null))
                .toList();
        return add(id, "dots", "RMSE", points, "RMSE of each predictor with its 95 % interval, lower is better");
    }

    private static Point point(RankingRow row, String metric, @Nullable Double all, @Nullable Double seconds) {
        return point(row.name(), row.kind(), row.metric(metric), all, seconds);
    }

    private static Point point(
            String name, ContenderKind kind, Interval interval, @Nullable Double all, @Nullable Double seconds) {
        return new Point(name, kind, interval.mean(), interval.low(), interval.high(), all, seconds);
    }

    private String add(String id, String type, String metric, List<Point> points, String shows) {
        var values = points.stream()
                .map(point -> point.name() + " " + Figures.four(point.mean()))
                .collect(Collectors.joining(", "));
        return page.chart(
                id, new Drawing(type, metric, points), shows + ": " + values + ". The table holds the same numbers.");
    }
}
