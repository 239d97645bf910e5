package dev.sommelier.experiments.judging;

import dev.sommelier.experiments.report.HtmlPage;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.experiments.report.ResultTable;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.experiments.report.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A calibration's report for a terminal and for publication.
public final class CalibrationRendering {
    private CalibrationRendering() {}

    private static List<ResultTable> tables(CalibrationReport report) {
        var tables = new ArrayList<ResultTable>();
        tables.add(CalibrationTables.signals(report));
        tables.add(CalibrationTables.weights(report));
        tables.add(CalibrationTables.reliability(report.study().reliability()));
        tables.add(CalibrationTables.grades(report));
        CalibrationTables.left(report).ifPresent(tables::add);
        return tables;
    }

    /// For a terminal.
    public static String text(CalibrationReport report) {
        return tables(report).stream().map(ResultTable::render).collect(Collectors.joining("\n"))
                + report.warnings().stream()
                        .map(warning -> "\n" + Wrap.hanging("Note: ", warning, TextTable.WIDTH))
                        .collect(Collectors.joining());
    }

    /// For publication.
    public static Rendering of(CalibrationReport report) {
        var tables = tables(report);
        return new Rendering(
                tables,
                provenance -> new HtmlPage(
                                "A calibrated judge",
                                report.pairs() + " labelled pairs of " + report.topics() + " topics, "
                                        + report.fitted().signals().size() + " signals")
                        .warnings(report.warnings())
                        .section(
                                "calibration",
                                "Calibration",
                                "Cross-validated by topic.",
                                tables.stream().map(HtmlPage::table).collect(Collectors.joining()))
                        .provenance(provenance)
                        .render());
    }
}
