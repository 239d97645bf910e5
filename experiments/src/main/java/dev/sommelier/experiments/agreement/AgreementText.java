package dev.sommelier.experiments.agreement;

import dev.sommelier.evaluation.agreement.Ensemble;
import dev.sommelier.evaluation.agreement.GradeAgreement;
import dev.sommelier.evaluation.agreement.LabelAgreement;
import dev.sommelier.evaluation.agreement.MeasuredAgreement;
import dev.sommelier.evaluation.agreement.SetDifference;
import dev.sommelier.experiments.report.Figures;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.experiments.report.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Agreement for a terminal.
public final class AgreementText {
    /// The measures of the table that has all sets.
    private static final List<String> SUMMARY =
            List.of("kappa", "kappa(quadratic)", "alpha(ordinal)", "AC1", "tau-b", "MAE", "mean signed error");

    private static final String NONE = "–";

    private AgreementText() {}

    /// The whole report: one table of all sets, then the details of each.
    ///
    /// @param detailed whether each set's confusion, grades and topics follow
    public static String render(AgreementReport report, boolean detailed) {
        var parts = new ArrayList<String>();
        parts.add(summary(report));
        if (detailed) {
            Stream.concat(report.sets().stream(), report.ensembles().stream())
                    .forEach(set -> parts.add(details(report, set)));
        }
        if (!report.differences().isEmpty()) {
            parts.add(differences(report));
        }
        if (!report.warnings().isEmpty()) {
            parts.add(Notes.each("! ", report.warnings()));
        }
        return String.join("\n", parts);
    }

    private static String summary(AgreementReport report) {
        var table = TextTable.of(
                List.of("labels"),
                List.of("pairs", "kappa [95 %]", "quadratic", "alpha ord.", "AC1", "tau-b", "MAE", "error"));
        Stream.concat(report.sets().stream(), report.ensembles().stream()).forEach(set -> {
            var cells = new ArrayList<>(
                    List.of(set.name(), Integer.toString(set.counts().compared())));
            cells.add(interval(set.measure("kappa")));
            SUMMARY.subList(1, SUMMARY.size())
                    .forEach(measure -> cells.add(orNone(set.measure(measure).pooled())));
            table.row(cells);
        });
        return "Agreement with " + report.human() + "\n  " + report.topics() + " topics, "
                + Figures.count(report.pairs()) + " pairs, grades "
                + report.scale().low() + " to "
                + report.scale().high() + ", pooled; 95 % bootstrap interval over topics ("
                + Figures.count(report.resamples()) + " resamples, seed " + report.seed() + ")\n" + table.render()
                + (report.ensembles().isEmpty() ? "" : rules(report));
    }

    private static String rules(AgreementReport report) {
        var rules = Stream.of(Ensemble.values())
                .map(rule -> Wrap.hanging("  ", rule.title() + ": " + rule.rule(), TextTable.WIDTH))
                .collect(Collectors.joining());
        return report.devTopics().isEmpty()
                ? rules
                : rules
                        + Wrap.hanging(
                                "  ",
                                "dev-weighted: votes weighed by kappa on the "
                                        + report.devTopics().size() + " dev topics, measured on the others",
                                TextTable.WIDTH);
    }

    private static String details(AgreementReport report, LabelAgreement set) {
        var text = new StringBuilder(set.name()).append('\n');
        var measures = TextTable.of(List.of("measure"), List.of("pooled [95 %]", "mean per topic", "undefined topics"));
        set.measures()
                .forEach(measure -> measures.row(List.of(
                        measure.measure(),
                        interval(measure),
                        orNone(measure.meanPerTopic()),
                        Integer.toString(measure.undefinedTopics()))));
        text.append(measures.render()).append('\n').append(confusion(report, set));
        if (!set.byLength().isEmpty()) {
            var lengths = TextTable.of(List.of("length"), List.of("pairs", "kappa", "alpha ord.", "MAE"));
            set.byLength()
                    .forEach(group -> lengths.row(List.of(
                            group.group(),
                            Long.toString(group.pairs()),
                            orNone(group.values().getOrDefault("kappa", OptionalDouble.empty())),
                            orNone(group.values().getOrDefault("alpha(ordinal)", OptionalDouble.empty())),
                            orNone(group.values().getOrDefault("MAE", OptionalDouble.empty())))));
            text.append('\n').append(lengths.render());
        }
        return text.toString();
    }

    private static String confusion(AgreementReport report, LabelAgreement set) {
        var numbers = new ArrayList<String>();
        for (int grade = report.scale().low(); grade <= report.scale().high(); grade++) {
            numbers.add("label " + grade);
        }
        numbers.addAll(List.of("precision", "recall", "F1"));
        var table = TextTable.of(List.of("human"), numbers);
        for (int row = 0; row < set.grades().size(); row++) {
            GradeAgreement grade = set.grades().get(row);
            var cells = new ArrayList<String>();
            cells.add(Integer.toString(grade.grade()));
            set.confusion().get(row).forEach(count -> cells.add(Long.toString(count)));
            cells.addAll(List.of(orNone(grade.precision()), orNone(grade.recall()), orNone(grade.f1())));
            table.row(cells);
        }
        return table.render();
    }

    private static String differences(AgreementReport report) {
        long together =
                report.differences().stream().filter(pair -> !pair.apart()).count();
        var head = String.format(
                Locale.ROOT,
                "Paired over the same resampled topics, %d of %d pairs of sets cannot be told apart in kappa\n",
                together,
                report.differences().size());
        var table = TextTable.of(List.of("first", "second", "verdict"), List.of("difference [95 %]"));
        for (SetDifference pair : report.differences()) {
            table.row(List.of(
                    pair.first(),
                    pair.second(),
                    pair.apart() ? "apart" : "not apart",
                    pair.difference().map(Figures::difference).orElse(NONE)));
        }
        return head + table.render();
    }

    private static String interval(MeasuredAgreement measure) {
        return measure.interval().map(Figures::interval).orElseGet(() -> orNone(measure.pooled()));
    }

    private static String orNone(OptionalDouble value) {
        return value.isPresent() ? Figures.four(value.getAsDouble()) : NONE;
    }
}
