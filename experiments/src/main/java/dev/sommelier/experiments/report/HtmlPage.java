package dev.sommelier.experiments.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sommelier.core.Provenance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One HTML file that opens without a network: styles, chart library and data are inside, and its content security
/// policy forbids every request. Scripts run only if their hash is in the policy, so nothing that comes from data can.
public final class HtmlPage {
    private static final Pattern FIGURE = Pattern.compile("[\\d.]+ (\\[[^\\]]*]|%|µs|ms|s\\b)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String title;
    private final String subtitle;
    private final List<String> findings = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private final StringBuilder sections = new StringBuilder();
    private final Map<String, Object> charts = new LinkedHashMap<>();

    /// @param title the heading, as text
    /// @param subtitle what it is about, as text
    public HtmlPage(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /// Adds sentences under the heading that say what came out.
    public HtmlPage findings(List<String> sentences) {
        findings.addAll(sentences);
        return this;
    }

    /// Adds what a reader must know before believing a figure.
    public HtmlPage warnings(List<String> sentences) {
        warnings.addAll(sentences);
        return this;
    }

    /// Adds a section.
    ///
    /// @param id its anchor
    /// @param heading as text
    /// @param lede a sentence under the heading, as text; may be empty
    /// @param html finished HTML, such as from [#table(ResultTable)] and [#chart(String, Chart, String)]
    public HtmlPage section(String id, String heading, String lede, String html) {
        contents.add("<a href=\"#" + id + "\">" + Html.escape(heading) + "</a>");
        sections.append("<section id=\"")
                .append(id)
                .append("\">\n<h2>")
                .append(Html.escape(heading))
                .append("</h2>\n");
        if (!lede.isEmpty()) {
            sections.append("<p class=\"lede\">").append(Html.escape(lede)).append("</p>\n");
        }
        sections.append(html).append("</section>\n");
        return this;
    }

    /// Adds the section that says how the result was made.
    public HtmlPage provenance(Provenance provenance) {
        return section(
                "provenance",
                "Provenance",
                "Everything that could change a figure.",
                provenance.facts().entrySet().stream()
                        .map(fact -> "<tr><th scope=\"row\">" + Html.escape(fact.getKey()) + "</th><td>"
                                + Html.escape(fact.getValue()) + "</td></tr>\n")
                        .collect(
                                Collectors.joining("", "<table class=\"provenance\"><tbody>\n", "</tbody></table>\n")));
    }

    /// A chart's place in a section.
    ///
    /// @param id unique within the page
    /// @param shows what there is to see, for those who cannot see it; the numbers belong into a table
    public String chart(String id, Chart chart, String shows) {
        ObjectNode data = JSON.valueToTree(chart);
        charts.put(id, data.put("type", chart.type()));
        return place(id, shows);
    }

    /// A chart whose data are already in the script's form.
    String chart(String id, Object data, String shows) {
        charts.put(id, data);
        return place(id, shows);
    }

    private static String place(String id, String shows) {
        return "<div class=\"chart\" id=\"" + id + "\" role=\"img\" aria-label=\"" + Html.escape(shows) + "\"></div>";
    }

    /// A chart under its caption.
    public static String figure(String chart, String what, String how) {
        return "<figure><figcaption><b>" + Html.escape(what) + "</b>, " + Html.escape(how) + "</figcaption>" + chart
                + "</figure>";
    }

    /// Two or more pieces side by side where there is room.
    public static String beside(List<String> pieces) {
        return "<div class=\"pair\">" + String.join("", pieces) + "</div>";
    }

    /// Small pieces of one kind, as many beside each other as there is room for.
    public static String tiled(List<String> pieces) {
        return "<div class=\"tiles\">" + String.join("", pieces) + "</div>";
    }

    /// Tables whose first column is `contender`, and charts of contenders, that a reader can narrow down to some of
    /// them.
    public static String filtered(String html) {
        return "<div class=\"filtered\">" + html + "</div>";
    }

    /// A piece that opens when asked for.
    public static String folded(String summary, String html) {
        return "<details><summary>" + Html.escape(summary) + "</summary>" + html + "</details>\n";
    }

    /// A paragraph of text that may come from anywhere.
    public static String paragraph(String text) {
        return "<p>" + Html.escape(DisplayWidth.clean(text)) + "</p>";
    }

    /// A table with its caption.
    public static String table(ResultTable table) {
        var headers = new ArrayList<String>();
        table.text().forEach(header -> headers.add(HtmlTable.text(header)));
        table.numbers().forEach(header -> headers.add(HtmlTable.number(header)));
        var html = HtmlTable.of(table.caption(), headers);
        int words = table.text().size();
        for (var row : table.rows()) {
            var cells = new ArrayList<String>();
            for (int j = 1; j < row.size(); j++) {
                cells.add(j < words ? HtmlTable.words(row.get(j).text()) : HtmlTable.cell(row.get(j)));
            }
            html.row("plain", row.getFirst().text(), "", cells);
        }
        return html.render();
    }

    /// The whole file's text.
    public String render() {
        // A megabyte that only charts need.
        var echarts = charts.isEmpty() ? "" : Html.script(Resources.echarts());
        var script = Html.script(Resources.own("report.js"));
        return Html.fill(
                Resources.own("report.html"),
                Map.ofEntries(
                        Map.entry("POLICY", policy(echarts, script)),
                        Map.entry("TITLE", Html.escape(title)),
                        Map.entry("SUBTITLE", Html.escape(subtitle)),
                        Map.entry("STYLE", Resources.own("report.css")),
                        Map.entry("FINDINGS", paragraphs(findings)),
                        Map.entry("WARNINGS", cautions(warnings)),
                        Map.entry("CONTENTS", String.join("\n", contents)),
                        Map.entry("SECTIONS", sections.toString()),
                        Map.entry("CREDIT", credit()),
                        Map.entry("DATA", json()),
                        Map.entry("ECHARTS", echarts),
                        Map.entry("SCRIPT", script)));
    }

    private String credit() {
        return charts.isEmpty() ? "" : " Charts: Apache ECharts " + Resources.ECHARTS_VERSION + " (Apache-2.0).";
    }

    private String json() {
        try {
            return Html.jsonInScript(JSON.writeValueAsString(Map.of("charts", charts)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("chart data are plain records", e);
        }
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

    private static String cautions(List<String> warnings) {
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
