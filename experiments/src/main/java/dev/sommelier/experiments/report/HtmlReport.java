package dev.sommelier.experiments.report;

import dev.sommelier.experiments.RankingTable;
import dev.sommelier.experiments.RatingTable;
import dev.sommelier.io.AtomicFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The comparison of a surrogate user and a judge with classic contenders, as one HTML file; see [HtmlPage].
public final class HtmlReport {
    private final HtmlPage page;
    private final Charts charts;

    private HtmlReport(Report report) {
        this.page = new HtmlPage(report.title(), report.subtitle());
        this.charts = new Charts(page);
    }

    /// Writes the report in one step: the target is whole or untouched.
    ///
    /// @throws dev.sommelier.core.SommelierException if the file cannot be written
    public static void write(Path target, Report report) {
        AtomicFiles.write(target, render(report));
    }

    /// The whole file's text.
    public static String render(Report report) {
        return new HtmlReport(report).whole(report);
    }

    private String whole(Report report) {
        page.findings(Findings.of(report)).warnings(report.warnings());
        report.ranking().ifPresent(table -> ranking(table, report));
        report.classics()
                .ifPresent(table -> page.section(
                        "all-users",
                        "Classics over all test users",
                        "The same code over every user with a held-out item: what the classics are worth when the "
                                + "sample is not the limit.",
                        HtmlSections.quality(table)));
        report.ratings().ifPresent(this::ratings);
        if (!report.traces().isEmpty()) {
            page.section(
                    "traces",
                    "How the agent went about it",
                    "Runs as they happened: what it saw, what it decided, what the tools answered.",
                    traces(report.traces()));
        }
        return page.section("method", "How it was measured", "", Method.html(report))
                .provenance(report.provenance())
                .render();
    }

    private void ranking(RankingTable table, Report report) {
        var hits = "HR@" + table.k();
        var ndcg = "nDCG@" + table.k();
        page.section(
                "ranking",
                "Recommending",
                "Each contender hands back " + table.k() + " items for the same " + table.users()
                        + " users; one item of each user was held out.",
                Method.KEY
                        + HtmlPage.beside(List.of(
                                HtmlPage.figure(
                                        charts.bars("chart-ndcg", table, ndcg, report.classics()),
                                        ndcg,
                                        "higher is better"),
                                HtmlPage.figure(
                                        charts.bars("chart-hits", table, hits, report.classics()),
                                        hits,
                                        "share of users hit")))
                        + HtmlSections.quality(table));
        if (!report.differences().isEmpty()) {
            page.section(
                    "differences",
                    "Differences to " + report.differences().getFirst().reference(),
                    "Paired by user, which cancels what is easy or hard about a user. The intervals are one by one, "
                            + "not widened for the number of comparisons.",
                    report.differences().stream().map(HtmlSections::differences).collect(Collectors.joining()));
        }
        page.section(
                "cost",
                "Quality against cost",
                "Own work is the agent's time outside the language model. Padded and relaxed are shares of users in"
                        + " whose run the list was filled up from the base recommender, or a tool widened a constraint.",
                HtmlPage.figure(charts.cost("chart-cost", table, ndcg), ndcg, "against seconds a user, logarithmic")
                        + HtmlSections.cost(table));
    }

    private void ratings(RatingTable table) {
        page.section(
                "ratings",
                "Judging ratings",
                "Predicting what users said of items they had rated, over the same pairs for all."
                        + (table.validationPairs() > 0
                                ? " Weights of stacks and calibrations come from " + table.validationPairs()
                                        + " validation pairs; no test pair was seen."
                                : ""),
                HtmlPage.figure(
                                charts.ratings("chart-ratings", table),
                                "RMSE",
                                "lower is better; the axis need not start at 0")
                        + HtmlSections.ratings(table));
    }

    private static String traces(List<Report.Trace> traces) {
        var html = new StringBuilder();
        for (var trace : traces) {
            html.append(html.isEmpty() ? "<details open><summary>" : "<details><summary>")
                    .append(Html.escape(trace.title()))
                    .append("</summary><pre tabindex=\"0\">")
                    .append(Html.escape(trace.text()))
                    .append("</pre></details>\n");
        }
        return html.toString();
    }
}
