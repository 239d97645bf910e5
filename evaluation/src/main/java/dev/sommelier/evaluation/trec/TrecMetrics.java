package dev.sommelier.evaluation.trec;

import dev.sommelier.core.SommelierException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// Reads metric names, in trec_eval's form (`ndcg_cut.5,10`, `official`, `all_trec`) or in that of ir-measures
/// (`nDCG@10`, `AP(rel=2)`).
///
/// Of trec_eval's `all_trec`, relstring, dcg and ideal_dcg are not there; utility, 11pt_avg and the gain measures take
/// no parameters.
public final class TrecMetrics {
    private TrecMetrics() {}

    /// The metrics that names stand for, each once: trec_eval's in its own printing order, then the others as given.
    ///
    /// @throws SommelierException for an unknown name, with the nearest known ones
    public static List<TrecMetric> parse(List<String> names) {
        var measures = new LinkedHashSet<Measure>();
        var others = new LinkedHashMap<String, TrecMetric>();
        for (var given : names) {
            var name = given.strip();
            var found = TrecNames.find(name);
            if (found.isPresent()) {
                measures.addAll(found.get());
            } else {
                IrMeasuresNames.find(name)
                        .orElseThrow(() -> unknown(name))
                        .forEach(metric -> others.putIfAbsent(metric.name(), metric));
            }
        }
        var metrics = new ArrayList<TrecMetric>();
        measures.stream()
                .sorted(Comparator.comparingInt(TrecNames::order).thenComparingDouble(TrecMetrics::parameter))
                .map(TrecMetric::of)
                .forEach(metrics::add);
        metrics.addAll(others.values());
        return List.copyOf(metrics);
    }

    /// Whether a name is that of a metric.
    ///
    /// @throws SommelierException if it is, with parameters that do not fit
    public static boolean knows(String name) {
        return TrecNames.find(name).isPresent() || IrMeasuresNames.find(name).isPresent();
    }

    private static double parameter(Measure measure) {
        return switch (measure) {
            case CutMeasure cut -> cut.k();
            case IprecAtRecall precision -> precision.recall();
            case CountMeasure count -> 0;
            case RankMeasure rank -> 0;
            case RprecMultiple precision -> precision.multiple();
            case SetF f -> f.x();
            case Rbp rbp -> rbp.p();
        };
    }

    private static SommelierException unknown(String name) {
        var known = new ArrayList<>(TrecNames.known());
        known.addAll(IrMeasuresNames.known());
        known.sort(Comparator.comparingInt(candidate -> distance(name, candidate)));
        return new SommelierException(
                "there is no metric \"" + name + "\"; did you mean " + String.join(", ", known.subList(0, 3)) + "?");
    }

    private static int distance(String first, String second) {
        var a = first.toLowerCase(Locale.ROOT);
        var b = second.toLowerCase(Locale.ROOT);
        var above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
