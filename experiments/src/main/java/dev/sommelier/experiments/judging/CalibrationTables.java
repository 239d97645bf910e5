package dev.sommelier.experiments.judging;

import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import dev.sommelier.judges.calibration.CalibrationStudy.Row;
import dev.sommelier.judges.calibration.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The tables of a calibration.
final class CalibrationTables {
    private CalibrationTables() {}

    static ResultTable signals(CalibrationReport report) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(row("all signals", report.study().all()));
        report.study().alone().forEach(each -> rows.add(row(each.name(), each)));
        report.study().without().forEach(each -> rows.add(row(each.name(), each)));
        return new ResultTable(
                "signals",
                "What the signals are worth over " + report.pairs() + " pairs of " + report.topics()
                        + " topics, cross-validated in " + report.folds() + " folds of topics; grades by "
                        + report.rule()
                        + ". Cohen's kappa and Krippendorff's ordinal alpha, pooled, with 95 % bootstrap"
                        + " intervals over topics; AUC of the upper half of the grades; expected calibration error of"
                        + " its probability; gain: kappa of all signals minus this row's, paired over topics",
                List.of("signals"),
                List.of("kappa", "alpha", "AUC", "ECE", "gain"),
                rows);
    }

    private static List<Cell> row(String name, Row row) {
        return List.of(
                new Cell.Words(name),
                Cell.of(row.kappa()),
                Cell.of(row.alpha()),
                Cell.of(row.auc()),
                new Cell.Figure(row.error()),
                row.difference()
                        .<Cell>map(difference -> new Cell.Estimate(difference, true))
                        .orElse(Cell.none()));
    }

    static ResultTable weights(CalibrationReport report) {
        var fitted = report.fitted();
        return new ResultTable(
                "weights",
                "The calibration that is saved, fitted on all pairs: weights on the standardised signals (per topic: "
                        + fitted.perTopic().words() + ")",
                List.of("signal"),
                List.of("mean", "deviation", "weight"),
                IntStream.range(0, fitted.signals().size())
                        .mapToObj(i -> List.<Cell>of(
                                new Cell.Words(fitted.signals().get(i).name()),
                                new Cell.Figure(fitted.signals().get(i).mean()),
                                new Cell.Figure(fitted.signals().get(i).deviation()),
                                new Cell.Figure(fitted.model().weights().get(i))))
                        .toList());
    }

    static ResultTable reliability(Reliability reliability) {
        return new ResultTable(
                "reliability",
                "Whether probabilities of the upper half of the grades come true, in bins of a tenth",
                List.of("bin"),
                List.of("pairs", "mean probability", "share that came true"),
                reliability.bins().stream()
                        .map(bin -> List.<Cell>of(
                                new Cell.Words(Integer.toString(Math.min(9, (int) (bin.probability() * 10)))),
                                new Cell.Count(bin.pairs()),
                                new Cell.Figure(bin.probability()),
                                new Cell.Figure(bin.share())))
                        .toList());
    }

    static ResultTable grades(CalibrationReport report) {
        var grades = report.fitted().grades();
        return new ResultTable(
                "grades",
                "How often each grade was given in cross-validation, and by the human",
                List.of("grade"),
                List.of("judge", "human"),
                IntStream.range(0, grades.size())
                        .mapToObj(i -> List.<Cell>of(
                                new Cell.Words(Integer.toString(grades.get(i))),
                                new Cell.Count(report.study().labels().get(i)),
                                new Cell.Count(report.study().human().get(i))))
                        .toList());
    }

    static Optional<ResultTable> left(CalibrationReport report) {
        if (report.left().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ResultTable(
                "left-out",
                "Labelled pairs that were left out",
                List.of("cause"),
                List.of("pairs"),
                report.left().entrySet().stream()
                        .map(entry -> List.<Cell>of(new Cell.Words(entry.getKey()), new Cell.Count(entry.getValue())))
                        .toList()));
    }
}
