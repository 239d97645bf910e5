package dev.sommelier.experiments.judging;

import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.agreement.AgreementText;
import dev.sommelier.experiments.agreement.Renderings;
import dev.sommelier.experiments.report.HtmlPage;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.experiments.report.ResultTable;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.experiments.report.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A job's report for a terminal and for publication.
public final class JudgingRendering {
    private JudgingRendering() {}

    /// For a terminal.
    public static String text(JudgingReport report) {
        var parts = new ArrayList<String>();
        parts.add(Wrap.hanging("", report.judge(), TextTable.WIDTH));
        report.agreement().ifPresent(agreement -> parts.add(AgreementText.render(agreement, false)));
        report.notes().forEach(note -> parts.add(Wrap.hanging("", note, TextTable.WIDTH)));
        parts.add(JudgingTables.outcomes(report).render());
        parts.add(JudgingTables.grades(report).render());
        parts.add(JudgingTables.cost(report).render());
        if (!report.disagreements().isEmpty()) {
            parts.add(Wrap.hanging("", JudgingTables.disagreements(report).caption(), TextTable.WIDTH)
                    + report.disagreements().stream()
                            .map(JudgingRendering::paragraph)
                            .collect(Collectors.joining("\n")));
        }
        return String.join("\n", parts);
    }

    private static String heading(Disagreement pair) {
        return pair.topic() + " " + pair.document() + ": human " + pair.human() + ", judge " + pair.label()
                + (pair.confidence() > 0 ? String.format(Locale.ROOT, " (%.2f)", pair.confidence()) : "");
    }

    private static String paragraph(Disagreement pair) {
        return Wrap.hanging("", heading(pair), TextTable.WIDTH)
                + Wrap.hanging("  query: ", pair.query(), TextTable.WIDTH)
                + Wrap.hanging("  text:  ", pair.text(), TextTable.WIDTH);
    }

    /// For publication.
    public static Rendering of(JudgingReport report) {
        var tables = new ArrayList<ResultTable>();
        report.agreement()
                .ifPresent(agreement -> tables.addAll(Renderings.of(agreement).tables()));
        tables.addAll(List.of(
                JudgingTables.outcomes(report),
                JudgingTables.grades(report),
                JudgingTables.cost(report),
                JudgingTables.disagreements(report)));
        return new Rendering(tables, provenance -> html(report, provenance));
    }

    private static String html(JudgingReport report, Provenance provenance) {
        var page = new HtmlPage(
                "Relevance labels of a judging job",
                report.judge() + ": " + report.counts().done() + " pairs graded, "
                        + report.counts().failed() + " failed, "
                        + report.counts().pending() + " pending");
        page.warnings(report.notes());
        report.agreement()
                .ifPresent(agreement -> page.warnings(agreement.warnings())
                        .section(
                                "agreement",
                                "Agreement with the human",
                                "Over the pairs that both graded; 95 % intervals over topics.",
                                tables(Renderings.of(agreement).tables())));
        page.section("outcomes", "Outcomes", "", HtmlPage.table(JudgingTables.outcomes(report)));
        page.section("grades", "Grades", "", HtmlPage.table(JudgingTables.grades(report)));
        if (!report.disagreements().isEmpty()) {
            page.section(
                    "disagreements",
                    "Disagreements worth reading",
                    "In this order: " + JudgingTables.order(report) + ". Open a line for the texts.",
                    report.disagreements().stream()
                            .map(pair -> HtmlPage.folded(
                                    heading(pair), HtmlPage.paragraph(pair.query()) + HtmlPage.paragraph(pair.text())))
                            .collect(Collectors.joining()));
        }
        page.section("cost", "Cost", "", HtmlPage.table(JudgingTables.cost(report)));
        return page.provenance(provenance).render();
    }

    private static String tables(List<ResultTable> tables) {
        return tables.stream().map(HtmlPage::table).collect(Collectors.joining());
    }
}
