package dev.sommelier.recommenders;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.evaluation.recommendation.AccuracyMetric;
import dev.sommelier.evaluation.recommendation.HitRate;
import dev.sommelier.evaluation.recommendation.JudgedList;
import dev.sommelier.evaluation.recommendation.Ndcg;
import dev.sommelier.evaluation.recommendation.ReciprocalRank;
import dev.sommelier.recommenders.topn.ScorerRecommender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Published figures of well-known models on MovieLens 100K, and the same figures of ours.
///
/// It asks only for a training set whose catalogue is in numeric order of the item ids, and each user's test item, so
/// it
/// serves any reader of the data.
///
/// @param rows HR@10, NDCG@10, HR@20, NDCG@20, MRR by the name of the model
record TopNGolden(Map<String, double[]> rows) {
    private static final List<AccuracyMetric> METRICS =
            List.of(new HitRate(10), new Ndcg(10), new HitRate(20), new Ndcg(20), ReciprocalRank.uncut());

    /// Reads the shared figures; skips the test where the folder is missing.
    static TopNGolden read() throws IOException {
        var file = Path.of(System.getProperty("sommelier.shared", "."), "topn-golden", "ml-100k-leave-last-out.tsv");
        assumeTrue(Files.exists(file), "the shared folder with topn-golden is missing (sommelier.shared)");
        var rows = new LinkedHashMap<String, double[]>();
        for (var line : Files.readAllLines(file).stream().skip(1).toList()) {
            var fields = line.split("\t", -1);
            rows.put(
                    fields[0],
                    Arrays.stream(fields, 2, 7).mapToDouble(Double::parseDouble).toArray());
        }
        return new TopNGolden(rows);
    }

    /// The figures of one model, not rounded.
    double[] row(String model) {
        var row = rows.get(model);
        if (row == null) {
            throw new IllegalArgumentException("no golden row \"" + model + "\"; there are " + rows.keySet());
        }
        return row;
    }

    /// The same figures of a trained scorer: full ranking without the user's training items, mean over all users.
    static double[] measure(ItemScorer scorer, TrainingSet train, Map<String, String> testItems) {
        var recommender = new ScorerRecommender(scorer);
        int k = train.catalog().size();
        var perUser = train.histories().parallelStream()
                .map(history -> {
                    var ranked = recommender.recommend(Query.top(k, history)).items();
                    var relevant = Set.of(testItems.get(history.user()));
                    return METRICS.stream()
                            .mapToDouble(metric -> metric.of(JudgedList.of(ranked, relevant)))
                            .toArray();
                })
                .toList();
        var means = new double[METRICS.size()];
        for (double[] values : perUser) {
            for (int m = 0; m < means.length; m++) {
                means[m] += values[m] / perUser.size();
            }
        }
        return means;
    }
}
