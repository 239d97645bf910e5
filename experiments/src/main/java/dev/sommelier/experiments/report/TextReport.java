package dev.sommelier.experiments.report;

import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.Cost;
import dev.sommelier.experiments.DifferenceTable;
import dev.sommelier.experiments.RankingRow;
import dev.sommelier.experiments.RankingTable;
import dev.sommelier.experiments.RatingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Results for a terminal: plain text, at most [TextTable#WIDTH] columns, no colour.
public final class TextReport {
    private static final String NONE = "–";

    private TextReport() {}

    /// Everything but traces and provenance, in the order a reader wants it.
    public static String render(Report report) {
        var parts = new ArrayList<String>();
        report.classics().ifPresent(table -> parts.add(quality(table)));
        report.ranking().ifPresent(table -> {
            parts.add(quality(table));
            parts.add(cost(table));
        });
        report.differences().forEach(table -> parts.add(differences(table)));
        report.ratings().ifPresent(table -> parts.add(ratings(table)));
        if (!report.warnings().isEmpty()) {
            parts.add(report.warnings().stream()
                    .map(warning -> Wrap.hanging("! ", warning, TextTable.WIDTH))
                    .collect(Collectors.joining()));
        }
        return String.join("\n", parts);
    }

    /// The metrics of a ranking. Recall has no interval of its own: with one held-out item it equals the hit rate.
    public static String quality(RankingTable table) {
        var numbers = new ArrayList<String>();
        table.metrics().forEach(metric -> numbers.add(metric.startsWith("Recall") ? "Recall" : metric));
        numbers.add("cover");
        var text = TextTable.of(List.of("contender"), numbers);
        for (var row : table.rows()) {
            var cells = new ArrayList<String>();
            cells.add(row.name());
            table.metrics()
                    .forEach(metric -> cells.add(
                            metric.startsWith("Recall")
                                    ? Figures.four(row.metric(metric).mean())
                                    : Figures.interval(row.metric(metric))));
            cells.add(Figures.three(row.coverage()));
            text.row(cells);
        }
        return heading(
                        table.title(),
                        table.users() + " users, all " + Figures.count(table.catalogSize())
                                + " items, mean [95 % bootstrap interval over users]")
                + text.render();
    }

    /// What the lists of a ranking cost and what was mended in them.
    public static String cost(RankingTable table) {
        var text = TextTable.of(
                List.of("contender"),
                List.of("a user", "calls", "prompt", "reused", "written", "own work", "padded", "relaxed", "failed"));
        for (var row : table.rows()) {
            var cost = row.cost();
            boolean model = cost.calls() > 0;
            text.row(List.of(
                    row.name(),
                    Figures.seconds(cost.secondsPerAnswer()),
                    model ? Figures.count(cost.calls()) : NONE,
                    model ? Figures.count(cost.promptTokens()) : NONE,
                    model ? Figures.count(cost.sharedTokens()) : NONE,
                    model ? Figures.count(cost.generatedTokens()) : NONE,
                    row.kind() == ContenderKind.AGENT ? Figures.percent(cost.ownShare()) : NONE,
                    row.kind() == ContenderKind.CLASSIC ? NONE : Figures.percent(row.repairedShare("padded")),
                    row.kind() == ContenderKind.CLASSIC ? NONE : Figures.percent(row.repairedShare("relaxed")),
                    Integer.toString(row.failed())));
        }
        var mended = table.rows().stream()
                .filter(row -> !row.repairs().isEmpty())
                .map(row -> Wrap.hanging("  ", row.name() + " mended: " + mended(row), TextTable.WIDTH))
                .collect(Collectors.joining());
        return heading(
                        "Cost",
                        "prompt, reused and written are tokens; own work is the share of the time outside the model;"
                                + " padded and relaxed are shares of users")
                + text.render()
                + mended;
    }

    static String mended(RankingRow row) {
        return row.repairs().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().total() + " ("
                        + entry.getValue().users() + (entry.getValue().users() == 1 ? " user)" : " users)"))
                .collect(Collectors.joining(", "));
    }

    /// Each contender against the reference.
    public static String differences(DifferenceTable table) {
        var text = TextTable.of(
                List.of("contender", "verdict"), List.of("difference in " + table.metric(), "better for", "worse for"));
        for (var row : table.rows()) {
            text.row(List.of(
                    row.name(),
                    row.verdict().words(),
                    Figures.difference(row.difference()),
                    Integer.toString(row.better()),
                    Integer.toString(row.worse())));
        }
        return heading(
                        "Difference to " + table.reference(),
                        "paired over the same " + table.users() + " users, 95 % bootstrap interval")
                + text.render();
    }

    /// The rating predictors.
    public static String ratings(RatingTable table) {
        var text = TextTable.of(List.of("predictor"), List.of("RMSE", "MAE", "AUC", "failed", "a pair"));
        for (var row : table.rows()) {
            var cost = row.cost();
            text.row(List.of(
                    row.name(),
                    orNone(row.rmse()),
                    orNone(row.mae()),
                    orNone(row.auc()),
                    Integer.toString(row.failed()),
                    cost.equals(Cost.NONE) ? NONE : Figures.seconds(cost.secondsPerAnswer())));
        }
        var stated = table.pairs() + " held-out ratings, figures over the " + table.compared()
                + " that all judged; AUC at rating >= " + plain(table.liked());
        return heading(table.title(), stated) + text.render() + calls(table) + stacks(table);
    }

    private static String calls(RatingTable table) {
        return table.rows().stream()
                .filter(row -> row.cost().calls() > 0)
                .map(row -> Wrap.hanging(
                        "  ",
                        row.name() + ": " + Figures.count(row.cost().calls()) + " calls, "
                                + Figures.count(row.cost().promptTokens()) + " prompt tokens decoded, "
                                + Figures.count(row.cost().sharedTokens()) + " reused",
                        TextTable.WIDTH))
                .collect(Collectors.joining());
    }

    private static String stacks(RatingTable table) {
        return table.rows().stream()
                .filter(row -> row.parameters().contains("fitted on"))
                .map(row -> Wrap.hanging("  ", row.name() + " = " + row.parameters(), TextTable.WIDTH))
                .collect(Collectors.joining());
    }

    private static String orNone(Optional<Interval> interval) {
        return interval.map(Figures::shortInterval).orElse(NONE);
    }

    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }

    private static String heading(String title, String explanation) {
        return DisplayWidth.clean(title) + "\n" + Wrap.hanging("  ", explanation, TextTable.WIDTH);
    }
}
