package dev.sommelier.experiments.report;

import dev.sommelier.core.Provenance;
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
