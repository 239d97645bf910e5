package dev.sommelier.evaluation.recommendation;

import dev.sommelier.core.SommelierException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/// Reads metric names such as `nDCG@10`, `nDCG(gain=exp)@10`, `MAP(elliot)@10` or `Recall(min)@20`.
///
/// Case and spaces do not matter. What [RecommendationMetric#name()] gives can be read.
public final class MetricNames {
    private static final Pattern NAME = Pattern.compile("([^@]+)(?:@([0-9]{1,9}))?");
    private static final int NEAREST = 3;

    private static final Map<String, IntFunction<RecommendationMetric>> METRICS = new LinkedHashMap<>();
    private static final Map<String, String> CANONICAL = new LinkedHashMap<>();

    static {
        put(HitRate::new, "HR", "HitRate", "Hit");
        put(Recall::new, "Recall", "R");
        put(k -> new Recall(Recall.Denominator.REACHABLE, k), "Recall(min)", "R(min)");
        put(Precision::new, "Precision", "P");
        put(F1::new, "F1");
        put(k -> new AveragePrecision(AveragePrecision.Variant.RELEVANT, k), "MAP", "AP");
        put(k -> new AveragePrecision(AveragePrecision.Variant.REACHABLE, k), "MAP(min)", "AP(min)");
        put(k -> new AveragePrecision(AveragePrecision.Variant.ELLIOT, k), "MAP(elliot)");
        put(AverageRecall::new, "MAR", "MAR(elliot)");
        put(ReciprocalRank::new, "MRR", "RR");
        put(Ndcg::new, "nDCG", "nDCG(gain=linear)");
        put(k -> new Ndcg(Ndcg.Variant.EXPONENTIAL, k), "nDCG(gain=exp)", "nDCG(exp)");
        put(k -> new Ndcg(Ndcg.Variant.ELLIOT, k), "nDCG(elliot)");
        put(k -> new Ndcg(Ndcg.Variant.RENDLE, k), "nDCG(rendle)", "nDCGRendle2020", "nDCG(gain=binary)");
        put(k -> new Ndcg(Ndcg.Variant.LENSKIT, k), "nDCG(lenskit)");
        put(Epc::new, "EPC");
        put(Efd::new, "EFD");
        put(Novelty::new, "Novelty");
        put(Serendipity::new, "Serendipity");
        put(Aclt::new, "ACLT");
        put(Aplt::new, "APLT");
        put(Arp::new, "ARP");
        put(IntraListDiversity::new, "ILD", "Diversity");
        put(Calibration::new, "Calibration");
        put(k -> new ItemCoverage(true, k), "ItemCoverage", "Coverage");
        put(k -> new ItemCoverage(false, k), "ItemCoverage(count)");
        put(k -> new UserCoverage(true, k), "UserCoverage");
        put(k -> new UserCoverage(false, k), "UserCoverage(count)");
        put(k -> new Gini(Gini.Variant.COEFFICIENT, k), "Gini");
        put(k -> new Gini(Gini.Variant.ELLIOT, k), "Gini(elliot)");
        put(k -> new ShannonEntropy(ShannonEntropy.Variant.LISTINGS, k), "SEntropy", "Entropy");
        put(k -> new ShannonEntropy(ShannonEntropy.Variant.ELLIOT, k), "SEntropy(elliot)");
        put(PopReo::new, "PopREO");
        put(PopRsp::new, "PopRSP");
    }

    private MetricNames() {}

    /// The names without cuts, in the order that tables show them.
    public static List<String> all() {
        return List.copyOf(CANONICAL.values());
    }

    /// One metric; without a cut in its name it takes the whole list.
    ///
    /// @throws SommelierException if the name is unknown; the message lists the nearest ones
    public static RecommendationMetric parse(String name) {
        return parse(List.of(name), List.of()).getFirst();
    }

    /// Metrics in the order of the names; a name without a cut stands for one metric at each of the cuts, or over the
    /// whole list where there are none.
    ///
    /// @throws SommelierException if a name is unknown or a cut is less than 1
    public static List<RecommendationMetric> parse(List<String> names, List<Integer> cuts) {
        var metrics = new ArrayList<RecommendationMetric>();
        for (var name : names) {
            var matcher = NAME.matcher(name.replace(" ", ""));
            var make = matcher.matches() ? METRICS.get(key(matcher.group(1))) : null;
            if (make == null) {
                throw unknown(name);
            }
            if (matcher.group(2) != null) {
                metrics.add(make.apply(checked(Integer.parseInt(matcher.group(2)))));
            } else if (cuts.isEmpty()) {
                metrics.add(make.apply(RecommendationMetric.UNCUT));
            } else {
                cuts.forEach(k -> metrics.add(make.apply(checked(k))));
            }
        }
        return metrics.stream().distinct().toList();
    }

    /// The same, where only metrics of a list against test items will do.
    ///
    /// @throws SommelierException if a name is unknown or needs more than that
    public static List<AccuracyMetric> accuracy(List<String> names, List<Integer> cuts) {
        var metrics = new ArrayList<AccuracyMetric>();
        for (var metric : parse(names, cuts)) {
            if (!(metric instanceof AccuracyMetric accuracy)) {
                throw new SommelierException(
                        "\"" + metric.name() + "\" is no accuracy metric; take one such as nDCG, Recall or MAP");
            }
            metrics.add(accuracy);
        }
        return metrics;
    }

    private static int checked(int k) {
        if (k < 1) {
            throw new SommelierException("a cut must be at least 1, got " + k + "; write it as in nDCG@10");
        }
        return k;
    }

    private static void put(IntFunction<RecommendationMetric> make, String name, String... others) {
        CANONICAL.put(key(name), name);
        METRICS.put(key(name), make);
        for (var other : others) {
            METRICS.put(key(other), make);
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static SommelierException unknown(String name) {
        var key = key(name.replaceAll("@.*", ""));
        var nearest = CANONICAL.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, String> entry) -> distance(key, entry.getKey())))
                .limit(NEAREST)
                .map(Map.Entry::getValue)
                .toList();
        return new SommelierException("there is no metric \"" + name + "\"; the nearest are "
                + String.join(", ", nearest) + ", with a cut as in " + nearest.getFirst() + "@10");
    }

    /// Levenshtein distance.
    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
