package dev.sommelier.experiments.judging;

import dev.sommelier.judges.calibration.Calibration;
import dev.sommelier.judges.calibration.CalibrationFit;
import dev.sommelier.judges.calibration.CalibrationStudy;
import dev.sommelier.judges.calibration.LabelledPair;
import dev.sommelier.judges.calibration.PerTopic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What a calibration is worth and what it is.
///
/// @param topics how many
/// @param pairs how many
/// @param folds of the cross-validation, by topic
/// @param rule how grades are chosen, in words
/// @param study the cross-validation
/// @param fitted on all pairs
/// @param left labelled pairs that were left out, by cause
/// @param warnings what a reader must know before believing a figure
public record CalibrationReport(
        int topics,
        int pairs,
        int folds,
        String rule,
        CalibrationStudy.Report study,
        Calibration fitted,
        Map<String, Integer> left,
        List<String> warnings) {
    /// Figures of labelled test topics look better than what a judge without labels can reach.
    public static final String NOT_COMPARABLE =
            "The calibration was fitted on labels of the same assessors (of other topics). These figures are not"
                    + " comparable with judges that never saw one, such as submissions to a benchmark.";

    public CalibrationReport {
        left = Collections.unmodifiableMap(new TreeMap<>(left));
        warnings = List.copyOf(warnings);
    }

    /// Cross-validates and fits.
    ///
    /// @param facts how the signals and labels came about; the fit adds its own
    public static CalibrationReport of(
            CalibrationFit fit, List<LabelledPair> pairs, Map<String, String> facts, Map<String, Integer> left) {
        int topics = (int) pairs.stream().map(LabelledPair::topic).distinct().count();
        var all = new TreeMap<>(facts);
        all.put(
                "fitted on",
                pairs.size() + " pairs of " + topics + " topics, penalty " + fit.penalty() + ", seed " + fit.seed());
        var study = new CalibrationStudy(fit, pairs).report();
        study.all()
                .kappa()
                .ifPresent(kappa -> all.put(
                        "cross-validated kappa",
                        String.format(
                                java.util.Locale.ROOT,
                                "%.4f [%.4f, %.4f], %d folds of topics",
                                kappa.mean(),
                                kappa.low(),
                                kappa.high(),
                                fit.folds())));
        var fitted = fit.fit(pairs, all);
        return new CalibrationReport(topics, pairs.size(), fit.folds(), rule(fit), study, fitted, left, warnings(left));
    }

    private static String rule(CalibrationFit fit) {
        var ways = fit.offered().stream().map(PerTopic::words).collect(Collectors.joining(", "));
        return fit.rule().words() + "; signals per topic: " + ways
                + (fit.offered().size() > 1 ? ", chosen among the training topics of each fit" : "");
    }

    private static List<String> warnings(Map<String, Integer> left) {
        var warnings = new ArrayList<String>();
        warnings.add(NOT_COMPARABLE);
        if (!left.isEmpty()) {
            warnings.add("Labelled pairs were left out: "
                    + left.entrySet().stream()
                            .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return warnings;
    }

    /// The cross-validated labels as TREC qrels, each by a calibration that never saw its topic.
    public static void labels(CalibrationFit fit, List<LabelledPair> pairs, Consumer<String> lines) {
        var outcomes = fit.crossValidated(pairs);
        for (int i = 0; i < pairs.size(); i++) {
            lines.accept(pairs.get(i).topic() + " 0 " + pairs.get(i).document() + " "
                    + outcomes.get(i).grade());
        }
    }
}
