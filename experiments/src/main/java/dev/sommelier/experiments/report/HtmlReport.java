package dev.sommelier.experiments.report;

import dev.sommelier.experiments.RankingTable;
import dev.sommelier.experiments.RatingTable;
import dev.sommelier.io.AtomicFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One HTML file that opens without a network: styles, chart library and data are inside, and its content security
/// policy forbids every request. Scripts run only if their hash is in the policy, so nothing that comes from data can.
public final class HtmlReport {
    private static final Pattern FIGURE = Pattern.compile("[\\d.]+ (\\[[^\\]]*]|%|µs|ms|s\\b)");

    private final Charts charts = new Charts();
    private final List<String> contents = new ArrayList<>();
    private final StringBuilder sections = new StringBuilder();

    private HtmlReport() {}

    /// Writes the report in one step: the target is whole or untouched.
    ///
    /// @throws dev.sommelier.core.SommelierException if the file cannot be written
    public static void write(Path target, Report report) {
        AtomicFiles.write(target, render(report));
    }

    /// The whole file's text.
    public static String render(Report report) {
        return new HtmlReport().page(report);
    }

    private String page(Report report) {
        report.ranking().ifPresent(table -> ranking(table, report));
        report.classics()
                .ifPresent(table -> section(
                        "all-users",
                        "Classics over all test users",
                        "The same code over every user with a held-out item: what the classics are worth when the "
                                + "sample is not the limit.",
                        HtmlSections.quality(table)));
        report.ratings().ifPresent(this::ratings);
        if (!report.traces().isEmpty()) {
            section(
                    "traces",
                    "How the agent went about it",
                    "Runs as they happened: what it saw, what it decided, what the tools answered.",
                    traces(report.traces()));
        }
        section("method", "How it was measured", "", Method.html(report));
        section("provenance", "Provenance", "Everything that could change a figure.", provenance(report));

        var echarts = Html.script(Resources.echarts());
        var script = Html.script(Resources.own("report.js"));
        return Html.fill(
                Resources.own("report.html"),
                Map.ofEntries(
                        Map.entry("POLICY", policy(echarts, script)),
                        Map.entry("TITLE", Html.escape(report.title())),
                        Map.entry("SUBTITLE", Html.escape(report.subtitle())),
                        Map.entry("STYLE", Resources.own("report.css")),
                        Map.entry("FINDINGS", paragraphs(Findings.of(report))),
                        Map.entry("WARNINGS", warnings(report.warnings())),
                        Map.entry("CONTENTS", String.join("\n", contents)),
                        Map.entry("SECTIONS", sections.toString()),
                        Map.entry("ECHARTS_VERSION", Resources.ECHARTS_VERSION),
                        Map.entry("DATA", charts.json()),
                        Map.entry("ECHARTS", echarts),
                        Map.entry("SCRIPT", script)));
    }

    private void ranking(RankingTable table, Report report) {
        var hits = "HR@" + table.k();
        var ndcg = "nDCG@" + table.k();
        section(
                "ranking",
                "Recommending",
                "Each contender hands back " + table.k() + " items for the same " + table.users()
                        + " users; one item of each user was held out.",
                Method.KEY + "<div class=\"pair\">"
                        + figure(charts.bars("chart-ndcg", table, ndcg, report.classics()), ndcg, "higher is better")
                        + figure(charts.bars("chart-hits", table, hits, report.classics()), hits, "share of users hit")
                        + "</div>" + HtmlSections.quality(table));
        if (!report.differences().isEmpty()) {
            section(
                    "differences",
                    "Differences to " + report.differences().getFirst().reference(),
                    "Paired by user, which cancels what is easy or hard about a user. The intervals are one by one, "
                            + "not widened for the number of comparisons.",
                    report.differences().stream().map(HtmlSections::differences).collect(Collectors.joining()));
        }
        section(
                "cost",
                "Quality against cost",
                "Own work is the agent's time outside the language model. Padded and relaxed are shares of users in"
                        + " whose run the list was filled up from the base recommender, or a tool widened a constraint.",
                figure(charts.cost("chart-cost", table, ndcg), ndcg, "against seconds a user, logarithmic")
                        + HtmlSections.cost(table));
    }

    private void ratings(RatingTable table) {
        section(
                "ratings",
                "Judging ratings",
                "Predicting what users said of items they had rated, over the same pairs for all."
                        + (table.validationPairs() > 0
                                ? " Weights of stacks and calibrations come from " + table.validationPairs()
                                        + " validation pairs; no test pair was seen."
                                : ""),
                figure(charts.ratings("chart-ratings", table), "RMSE", "lower is better; the axis need not start at 0")
                        + HtmlSections.ratings(table));
    }

    private static String figure(String chart, String what, String how) {
        return "<figure><figcaption><b>" + Html.escape(what) + "</b>, " + Html.escape(how) + "</figcaption>" + chart
                + "</figure>";
    }

    private void section(String id, String title, String lede, String html) {
        contents.add("<a href=\"#" + id + "\">" + Html.escape(title) + "</a>");
        sections.append("<section id=\"")
                .append(id)
                .append("\">\n<h2>")
                .append(Html.escape(title))
                .append("</h2>\n");
        if (!lede.isEmpty()) {
            sections.append("<p class=\"lede\">").append(Html.escape(lede)).append("</p>\n");
        }
        sections.append(html).append("</section>\n");
    }

    private static String paragraphs(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> "<p>" + Html.escape(unbroken(sentence)) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    /// The sentence with intervals and units kept on the line of their number.
    private static String unbroken(String sentence) {
        return FIGURE.matcher(sentence).replaceAll(match -> match.group().replace(' ', '\u00a0'));
    }

    private static String warnings(List<String> warnings) {
        if (warnings.isEmpty()) {
            return "";
        }
        return "<aside class=\"warnings\" aria-labelledby=\"warnings\"><h2 id=\"warnings\">Before you believe a"
                + " figure</h2><ul>"
                + warnings.stream()
                        .map(warning -> "<li>" + Html.escape(warning) + "</li>")
                        .collect(Collectors.joining())
                + "</ul></aside>";
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

    private static String provenance(Report report) {
        return report.provenance().facts().entrySet().stream()
                .map(fact -> "<tr><th scope=\"row\">" + Html.escape(fact.getKey()) + "</th><td>"
                        + Html.escape(fact.getValue()) + "</td></tr>\n")
                .collect(Collectors.joining("", "<table class=\"provenance\"><tbody>\n", "</tbody></table>\n"));
    }

    private static String policy(String... scripts) {
        var hashes = new ArrayList<String>();
        for (var script : scripts) {
            hashes.add("'sha256-" + sha256(script) + "'");
        }
        // Charts set style attributes, which cannot be named by hash; styles can request nothing under default-src.
        return "default-src 'none'; script-src " + String.join(" ", hashes)
                + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
