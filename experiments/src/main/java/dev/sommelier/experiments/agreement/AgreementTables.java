package dev.sommelier.experiments.agreement;

import dev.sommelier.evaluation.agreement.GradeAgreement;
import dev.sommelier.evaluation.agreement.GroupAgreement;
import dev.sommelier.evaluation.agreement.LabelAgreement;
import dev.sommelier.evaluation.agreement.SetDifference;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.Figures;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Agreement as tables.
final class AgreementTables {
    /// The measures of the table that has all sets, after kappa with its interval.
    private static final List<String> SUMMARY =
            List.of("kappa(quadratic)", "alpha(ordinal)", "AC1", "tau-b", "MAE", "mean signed error");

    /// The same, short enough for a terminal.
    private static final List<String> SUMMARY_HEADERS =
            List.of("quadratic", "alpha ord.", "AC1", "tau-b", "MAE", "error");

    private AgreementTables() {}

    /// Every table of the report.
    static List<ResultTable> of(AgreementReport report) {
        var tables = new ArrayList<ResultTable>();
        tables.add(summary(report));
        for (var set : all(report)) {
            tables.add(measures(set, tables.size()));
            tables.add(confusion(report, set, tables.size()));
            tables.add(topics(set, tables.size()));
            if (!set.byLength().isEmpty()) {
                tables.add(lengths(set, tables.size()));
            }
        }
        if (!report.differences().isEmpty()) {
            tables.add(differences(report));
        }
        return tables;
    }

    static List<LabelAgreement> all(AgreementReport report) {
        return Stream.concat(report.sets().stream(), report.ensembles().stream())
                .toList();
    }

    static ResultTable summary(AgreementReport report) {
        var numbers = new ArrayList<>(List.of("pairs", "kappa [95 %]"));
        numbers.addAll(SUMMARY_HEADERS);
        var rows = new ArrayList<List<Cell>>();
        for (var set : all(report)) {
            var row = new ArrayList<Cell>();
            row.add(new Cell.Words(set.name()));
            row.add(new Cell.Count(set.counts().compared()));
            row.add(Cell.of(set.measure("kappa").interval()));
            SUMMARY.forEach(measure -> row.add(Cell.of(set.measure(measure).pooled())));
            rows.add(row);
        }
        return new ResultTable(
                "agreement",
                "Agreement with " + report.human() + " over " + report.topics() + " topics, "
                        + Figures.count(report.pairs()) + " pairs, grades "
                        + report.scale().low() + " to "
                        + report.scale().high() + ", pooled: Cohen's kappa with its 95 % bootstrap interval over"
                        + " topics, quadratic kappa, Krippendorff's ordinal alpha, Gwet's AC1, Kendall's tau-b, mean"
                        + " absolute and mean signed error",
                List.of("labels"),
                numbers,
                rows);
    }

    static ResultTable measures(LabelAgreement set, int number) {
        var rows = set.measures().stream()
                .map(measure -> List.of(
                        new Cell.Words(measure.measure()),
                        measure.interval().isPresent() ? Cell.of(measure.interval()) : Cell.of(measure.pooled()),
                        Cell.of(measure.meanPerTopic()),
                        new Cell.Count(measure.undefinedTopics())))
                .toList();
        return new ResultTable(
                "measures-" + number,
                set.name() + ": every measure, pooled with its 95 % interval, and as the mean over topics",
                List.of("measure"),
                List.of("pooled [95 %]", "mean per topic", "undefined topics"),
                rows);
    }

    static ResultTable confusion(AgreementReport report, LabelAgreement set, int number) {
        var numbers = new ArrayList<>(
                IntStream.rangeClosed(report.scale().low(), report.scale().high())
                        .mapToObj(grade -> "label " + grade)
                        .toList());
        numbers.addAll(List.of("precision", "recall", "F1"));
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < set.grades().size(); i++) {
            GradeAgreement grade = set.grades().get(i);
            var row = new ArrayList<Cell>();
            row.add(new Cell.Words(Integer.toString(grade.grade())));
            set.confusion().get(i).forEach(count -> row.add(new Cell.Count(count)));
            row.addAll(List.of(Cell.of(grade.precision()), Cell.of(grade.recall()), Cell.of(grade.f1())));
            rows.add(row);
        }
        return new ResultTable(
                "confusion-" + number,
                set.name() + ": rows are the human's grades, columns the labels",
                List.of("human"),
                numbers,
                rows);
    }

    static ResultTable topics(LabelAgreement set, int number) {
        return groups("topics-" + number, set.name() + ": topic by topic", "topic", set.perTopic());
    }

    static ResultTable lengths(LabelAgreement set, int number) {
        return groups("lengths-" + number, set.name() + ": by document length", "length", set.byLength());
    }

    private static ResultTable groups(String id, String caption, String group, List<GroupAgreement> groups) {
        var shown = List.of("kappa", "alpha(ordinal)", "MAE", "mean signed error");
        var numbers = new ArrayList<>(List.of("pairs"));
        numbers.addAll(shown);
        var rows = new ArrayList<List<Cell>>();
        for (var one : groups) {
            var row = new ArrayList<Cell>(List.of(new Cell.Words(one.group()), new Cell.Count(one.pairs())));
            shown.forEach(measure -> row.add(Cell.of(one.values().getOrDefault(measure, OptionalDouble.empty()))));
            rows.add(row);
        }
        return new ResultTable(id, caption, List.of(group), numbers, rows);
    }

    static ResultTable differences(AgreementReport report) {
        return differences(
                report.differences(),
                "Difference in kappa of each two sets over the same resampled topics; not widened for the number of"
                        + " comparisons");
    }

    /// The set with the highest kappa.
    static Optional<LabelAgreement> best(AgreementReport report) {
        return report.sets().stream()
                .filter(set -> set.measure("kappa").interval().isPresent())
                .max(Comparator.comparingDouble(
                        set -> set.measure("kappa").pooled().orElse(-1)));
    }

    /// Only the comparisons with the set of the highest kappa.
    static ResultTable differencesToBest(AgreementReport report) {
        var best = best(report).map(LabelAgreement::name).orElse("");
        var shown = report.differences().stream()
                .filter(pair -> pair.first().equals(best) || pair.second().equals(best))
                .toList();
        long together =
                report.differences().stream().filter(pair -> !pair.apart()).count();
        return differences(
                shown,
                together + " of " + report.differences().size() + " pairs of sets cannot be told apart in kappa over"
                        + " the same resampled topics (not widened for the number of comparisons). Those with the best"
                        + " set; --csv, --html and --json have all:");
    }

    private static ResultTable differences(List<SetDifference> differences, String caption) {
        var rows = differences.stream()
                .map(pair -> List.of(
                        new Cell.Words(pair.first()),
                        new Cell.Words(pair.second()),
                        new Cell.Words(pair.apart() ? "apart" : "not apart"),
                        pair.difference()
                                .<Cell>map(interval -> new Cell.Estimate(interval, true))
                                .orElse(Cell.none())))
                .toList();
        return new ResultTable(
                "differences", caption, List.of("first", "second", "verdict"), List.of("difference [95 %]"), rows);
    }
}
