package dev.sommelier.experiments.agreement;

import dev.sommelier.core.Provenance;
import dev.sommelier.evaluation.agreement.LabelAgreement;
import dev.sommelier.experiments.report.Chart;
import dev.sommelier.experiments.report.Figures;
import dev.sommelier.experiments.report.HtmlPage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Agreement as an HTML page.
final class AgreementHtml {
    private AgreementHtml() {}

    static String render(AgreementReport report, Provenance provenance) {
        var page = new HtmlPage(
                "How far labels agree with the human",
                report.human() + ", " + report.topics() + " topics, " + Figures.count(report.pairs()) + " pairs");
        page.findings(findings(report)).warnings(report.warnings());
        page.section(
                "sets",
                "The label sets",
                "Kappa counts agreement beyond what the judges' habits give by chance; alpha and quadratic kappa forgive"
                        + " near misses.",
                HtmlPage.figure(kappas(page, report), "Cohen's kappa", "pooled, 95 % interval over topics")
                        + HtmlPage.table(AgreementTables.summary(report)));
        var details = new StringBuilder();
        var sets = AgreementTables.all(report);
        for (int i = 0; i < sets.size(); i++) {
            details.append(HtmlPage.folded(sets.get(i).name(), details(page, report, sets.get(i), i)));
        }
        page.section(
                "details",
                "Set by set",
                "Where a set goes wrong: which grades it confuses, and on which topics.",
                details.toString());
        if (!report.differences().isEmpty()) {
            page.section(
                    "differences",
                    "Which sets cannot be told apart",
                    "Two sets are apart when the interval of their difference leaves out 0.",
                    HtmlPage.table(AgreementTables.differences(report)));
        }
        return page.provenance(provenance).render();
    }

    private static List<String> findings(AgreementReport report) {
        var findings = new ArrayList<String>();
        AgreementTables.best(report)
                .ifPresent(
                        best -> findings.add((report.sets().size() > 1 ? "The best set, " + best.name() : best.name())
                                + ", reaches kappa "
                                + best.measure("kappa")
                                        .interval()
                                        .map(Figures::interval)
                                        .orElse("–") + "."));
        long together =
                report.differences().stream().filter(pair -> !pair.apart()).count();
        if (!report.differences().isEmpty()) {
            findings.add(together + " of " + report.differences().size()
                    + " pairs of sets cannot be told apart on these topics.");
        }
        return findings;
    }

    private static String kappas(HtmlPage page, AgreementReport report) {
        var dots = new ArrayList<Chart.Dot>();
        for (var set : AgreementTables.all(report)) {
            set.measure("kappa")
                    .interval()
                    .ifPresent(kappa -> dots.add(new Chart.Dot(
                            set.name(),
                            report.sets().contains(set) ? "CLASSIC" : "AGENT",
                            kappa.mean(),
                            kappa.low(),
                            kappa.high())));
        }
        return page.chart(
                "chart-kappa",
                new Chart.Dots("kappa", dots),
                "Kappa of each set with its interval; the table holds the same numbers.");
    }

    private static String details(HtmlPage page, AgreementReport report, LabelAgreement set, int number) {
        var grades = IntStream.rangeClosed(report.scale().low(), report.scale().high())
                .mapToObj(Integer::toString)
                .toList();
        var heat = page.chart(
                "chart-confusion-" + number,
                new Chart.Heat("label", "human", grades, grades, set.confusion()),
                "Confusion of human grades and labels; the table holds the same numbers.");
        var names = new ArrayList<String>();
        var values = new ArrayList<Double>();
        for (var topic : set.perTopic()) {
            topic.values().getOrDefault("kappa", OptionalDouble.empty()).ifPresent(kappa -> {
                names.add(topic.group());
                values.add(kappa);
            });
        }
        var columns = page.chart(
                "chart-topics-" + number,
                new Chart.Columns("kappa", names, values),
                "Kappa of each topic; the table holds the same numbers.");
        var html = new StringBuilder(HtmlPage.beside(List.of(
                HtmlPage.figure(heat, "Confusion", "shaded by the share of the human's grade"),
                HtmlPage.figure(columns, "Kappa by topic", "topics where it is defined"))));
        html.append(HtmlPage.table(AgreementTables.confusion(report, set, number)))
                .append(HtmlPage.table(AgreementTables.measures(set, number)))
                .append(HtmlPage.folded("Every topic", HtmlPage.table(AgreementTables.topics(set, number))));
        if (!set.byLength().isEmpty()) {
            html.append(HtmlPage.table(AgreementTables.lengths(set, number)));
        }
        return html.toString();
    }
}
