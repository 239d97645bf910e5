package dev.sommelier.experiments.agreement;

import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.report.CsvTables;
import dev.sommelier.experiments.report.LatexTables;
import dev.sommelier.experiments.report.ResultTable;
import java.util.List;
import java.util.function.Function;

/// A result in every form that can be published.
///
/// @param tables the figures
/// @param page the HTML page, given how the result was made
public record Rendering(List<ResultTable> tables, Function<Provenance, String> page) {
    public Rendering {
        tables = List.copyOf(tables);
    }

    /// The forms of an agreement.
    public static Rendering of(AgreementReport report) {
        return new Rendering(AgreementTables.of(report), provenance -> AgreementHtml.render(report, provenance));
    }

    /// The forms of two system rankings.
    public static Rendering of(SystemRankingReport report) {
        return new Rendering(
                SystemRankingTables.of(report), provenance -> SystemRankingHtml.render(report, provenance));
    }

    /// The forms of paired comparisons.
    public static Rendering of(SignificanceReport report) {
        return new Rendering(SignificanceTables.of(report), provenance -> SignificanceHtml.render(report, provenance));
    }

    /// One self-contained HTML file.
    public String html(Provenance provenance) {
        return page.apply(provenance);
    }

    /// One CSV file, a line for each figure.
    public String csv() {
        return CsvTables.render(tables);
    }

    /// Tables for a paper.
    public String latex() {
        return LatexTables.render(tables);
    }
}
