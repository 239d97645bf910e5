package dev.sommelier.experiments.judging.preference;

import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.HtmlPage;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Judges of two answers for a terminal and for publication.
public final class PreferenceRendering {
    private PreferenceRendering() {}

    private static List<ResultTable> tables(PreferenceReport report) {
        return List.of(judges(report), categories(report), methods(report));
    }

    /// For a terminal.
    public static String text(PreferenceReport report) {
        return tables(report).stream().map(ResultTable::render).collect(Collectors.joining("\n"));
    }

    /// For publication.
    public static Rendering of(PreferenceReport report) {
        var tables = tables(report);
        return new Rendering(
                tables,
                provenance -> new HtmlPage(
                                "Which of two answers is better",
                                report.pairs() + " pairs of answers to " + report.instructions() + " instructions")
                        .section(
                                "preference",
                                "Agreement with people",
                                "",
                                tables.stream().map(HtmlPage::table).collect(Collectors.joining()))
                        .provenance(provenance)
                        .render());
    }

    private static ResultTable judges(PreferenceReport report) {
        var rows = new ArrayList<List<Cell>>();
        report.rows()
                .forEach(row -> rows.add(List.of(
                        new Cell.Words(row.method()),
                        Cell.of(row.agreement()),
                        Cell.of(row.kappa()),
                        Cell.of(row.placed()),
                        new Cell.Count(row.failed()))));
        rows.add(List.of(new Cell.Words("annotators"), Cell.of(report.among()), Cell.none(), Cell.none(), Cell.none()));
        return new ResultTable(
                "judges",
                report.pairs() + " pairs of answers to " + report.instructions()
                        + " instructions, figures over the " + report.compared()
                        + " that all compared: the mean share of annotators who say the same (a tie counts half, so a coin"
                        + " has .5), Cohen's kappa of first, second and tie with what most of them say, and how often the"
                        + " place decided; 95 % bootstrap intervals over instructions",
                List.of("judge"),
                List.of("agreement", "kappa", "place decided", "failed"),
                rows);
    }

    private static ResultTable categories(PreferenceReport report) {
        var methods = report.rows().stream().map(PreferenceReport.Row::method).toList();
        var rows = new ArrayList<List<Cell>>();
        for (var category : report.categories()) {
            var row = new ArrayList<Cell>();
            row.add(new Cell.Words(category.name()));
            row.add(new Cell.Words(category.chosen()));
            row.add(new Cell.Count(category.pairs()));
            for (var method : methods) {
                var agreement = category.agreement().get(method);
                row.add(agreement == null ? Cell.none() : new Cell.Figure(agreement));
            }
            rows.add(row);
        }
        var numbers = new ArrayList<>(List.of("pairs"));
        numbers.addAll(methods);
        return new ResultTable(
                "categories",
                "The agreement by kind of task, and the judge that agreed best there on all compared pairs",
                List.of("category", "best"),
                numbers,
                rows);
    }

    private static ResultTable methods(PreferenceReport report) {
        return new ResultTable(
                "methods",
                "What the judges were made with, and why pairs failed",
                List.of("judge", "parameters", "failures"),
                List.of(),
                report.rows().stream()
                        .map(row -> List.<Cell>of(
                                new Cell.Words(row.method()),
                                new Cell.Words(row.parameters()),
                                new Cell.Words(words(row.failures()))))
                        .toList());
    }

    private static String words(Map<String, Integer> failures) {
        return failures.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
