package dev.sommelier.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.factor.AlsOptions;
import dev.sommelier.recommenders.factor.Bpr;
import dev.sommelier.recommenders.factor.BprOptions;
import dev.sommelier.recommenders.factor.ImplicitAls;
import dev.sommelier.recommenders.factor.LightGcn;
import dev.sommelier.recommenders.factor.LightGcnOptions;
import dev.sommelier.recommenders.topn.Ease;
import dev.sommelier.recommenders.topn.ItemKnn;
import dev.sommelier.recommenders.topn.ItemTransitions;
import dev.sommelier.recommenders.topn.KnnOptions;
import dev.sommelier.recommenders.topn.Popularity;
import dev.sommelier.recommenders.topn.RandomWalk;
import dev.sommelier.recommenders.topn.Recency;
import dev.sommelier.recommenders.topn.Similarity;
import dev.sommelier.recommenders.topn.Slim;
import dev.sommelier.recommenders.topn.SlimOptions;
import dev.sommelier.recommenders.topn.TransitionOptions;
import dev.sommelier.recommenders.topn.UserKnn;
import dev.sommelier.recommenders.topn.Weighting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The search behind the presets of the command line, on MovieLens 100K: each model's candidates are measured on the
/// validation items alone, the best by NDCG@10 is then trained on train and validation and measured once on the test
/// items. Run with `-Dsommelier.search=true`, for some models with
/// `-Dsommelier.search.models=REGEX`; writes `target/topn-search.md` (see docs/reproduction-topn.md).
class TopNSearchIT {
    private static final long SEED = 1;

    @SuppressWarnings("ArrayRecordComponent") // a carrier inside this class, never compared
    private record Candidate(String parameters, double[] validation, Function<TrainingSet, ItemScorer> trainer) {}

    private final List<String> lines = new ArrayList<>(List.of(
            "| model | parameters | validation HR@10 | NDCG@10 | test HR@10 | NDCG@10 | HR@20 | NDCG@20 | MRR |",
            "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"));

    @Test
    void presetsAreTheBestOnValidation() throws IOException {
        assumeTrue(Boolean.getBoolean("sommelier.search"), "a search of minutes; wanted with -Dsommelier.search=true");
        var test = LeaveLastOut.of(Ml100kFile.read());
        var validation = withoutLast(test.train());

        for (var model : models().entrySet()) {
            var candidates = model.getValue().stream()
                    .map(trainer -> measured(trainer, validation))
                    .toList();
            var best = candidates.getFirst();
            for (var candidate : candidates) {
                best = candidate.validation()[1] > best.validation()[1] ? candidate : best;
            }
            for (var candidate : candidates) {
                line(
                        model.getKey(),
                        candidate,
                        candidate.equals(best) ? measure(candidate.trainer(), test) : new double[0]);
            }
        }
        Files.write(Path.of("target", "topn-search.md"), lines);
        assertThat(lines).hasSizeGreaterThan(2);
    }

    private static Map<String, List<Function<TrainingSet, ItemScorer>>> models() {
        var models = new LinkedHashMap<String, List<Function<TrainingSet, ItemScorer>>>();
        models.put("Popularity", List.of(Popularity::train));
        models.put("Recent popularity", recent());
        models.put("ItemKNN", knn(ItemKnn::train, new int[] {20, 50, 100}));
        models.put("UserKNN", knn(UserKnn::train, new int[] {20, 50, 100}));
        models.put("P3alpha", walks(new double[] {0}));
        models.put("RP3beta", walks(new double[] {0.4, 0.6, 0.8, 1}));
        models.put("EASE", ease());
        models.put("SLIM", slim());
        models.put("Markov", markov());
        models.put("iALS", als());
        models.put("BPR", bpr());
        models.put("LightGCN", lightGcn());
        models.keySet().removeIf(model -> !model.matches(System.getProperty("sommelier.search.models", ".*")));
        return models;
    }

    private static List<Function<TrainingSet, ItemScorer>> recent() {
        var list = new ArrayList<Function<TrainingSet, ItemScorer>>();
        for (double days : new double[] {7, 30, 90}) {
            list.add(train -> Popularity.train(train, new Recency.HalfLife(days)));
            list.add(train -> Popularity.train(train, new Recency.Window(days)));
        }
        return list;
    }

    @FunctionalInterface
    private interface KnnTrainer {
        ItemScorer train(TrainingSet train, KnnOptions options);
    }

    private static List<Function<TrainingSet, ItemScorer>> knn(KnnTrainer trainer, int[] neighbours) {
        var list = new ArrayList<Function<TrainingSet, ItemScorer>>();
        for (int count : neighbours) {
            for (var similarity : List.of(Similarity.COSINE, Similarity.JACCARD)) {
                for (var weighting : Weighting.values()) {
                    for (double shrinkage : new double[] {0, 20}) {
                        var options = KnnOptions.of(count, similarity, shrinkage, weighting);
                        list.add(train -> trainer.train(train, options));
                    }
                }
            }
        }
        return list;
    }

    private static List<Function<TrainingSet, ItemScorer>> walks(double[] betas) {
        var list = new ArrayList<Function<TrainingSet, ItemScorer>>();
        for (int neighbours : new int[] {20, 50, 100}) {
            for (double alpha : new double[] {0.3, 0.6, 1}) {
                for (double beta : betas) {
                    list.add(train -> beta == 0
                            ? RandomWalk.p3alpha(train, neighbours, alpha)
                            : RandomWalk.rp3beta(train, neighbours, alpha, beta));
                }
            }
        }
        return list;
    }

    private static List<Function<TrainingSet, ItemScorer>> ease() {
        var list = new ArrayList<Function<TrainingSet, ItemScorer>>();
        for (double lambda : new double[] {20, 50, 100, 250, 500}) {
            list.add(train -> Ease.train(train, lambda));
        }
        return list;
    }

    private static List<Function<TrainingSet, ItemScorer>> slim() {
        var list = new ArrayList<Function<TrainingSet, ItemScorer>>();
        for (double l1 : new double[] {0.3, 1, 3}) {
            for (double l2 : new double[] {10, 30, 50, 100}) {
                list.add(train -> Slim.train(train, new SlimOptions(l1, l2, 1e-4)));
            }
        }
        return list;
    }

    private static List<Function<TrainingSet, ItemScorer>> markov() {
        var list = new ArrayList<Function<TrainingSet, ItemScorer>>();
        for (int window : new int[] {10, 20, 50}) {
            for (double decay : new double[] {0.6, 0.8, 0.9}) {
                for (double smoothing : new double[] {1, 20}) {
                    list.add(train -> ItemTransitions.train(train, new TransitionOptions(window, decay, smoothing)));
                }
            }
        }
        return list;
    }

    private static List<Function<TrainingSet, ItemScorer>> als() {
        var list = new ArrayList<Function<TrainingSet, ItemScorer>>();
        for (int factors : new int[] {16, 32, 64}) {
            for (double regularization : new double[] {1, 10, 30}) {
                for (double alpha : new double[] {1, 4, 10}) {
                    var options = new AlsOptions(factors, regularization, alpha, 15, SEED);
                    list.add(train -> ImplicitAls.train(train, options));
                }
            }
        }
        return list;
    }

    private static List<Function<TrainingSet, ItemScorer>> bpr() {
        var list = new ArrayList<Function<TrainingSet, ItemScorer>>();
        for (int factors : new int[] {32, 64}) {
            for (double rate : new double[] {0.02, 0.05}) {
                for (double regularization : new double[] {0.003, 0.01, 0.03}) {
                    for (int epochs : new int[] {50, 100, 200}) {
                        var options = new BprOptions(factors, rate, regularization, epochs, SEED);
                        list.add(train -> Bpr.train(train, options));
                    }
                }
            }
        }
        return list;
    }

    private static List<Function<TrainingSet, ItemScorer>> lightGcn() {
        var list = new ArrayList<Function<TrainingSet, ItemScorer>>();
        for (int layers : new int[] {1, 2, 3}) {
            for (double regularization : new double[] {1e-3, 1e-2, 1e-1}) {
                for (int epochs : new int[] {40, 80, 160}) {
                    var options = new LightGcnOptions(64, layers, 0.01, regularization, 8192, epochs, SEED);
                    list.add(train -> LightGcn.train(train, options));
                }
            }
        }
        return list;
    }

    private static Candidate measured(Function<TrainingSet, ItemScorer> trainer, LeaveLastOut split) {
        var scorer = trainer.apply(split.train());
        return new Candidate(
                ((Described) scorer).parameters(),
                TopNGolden.measure(scorer, split.train(), split.testItems()),
                trainer);
    }

    private static double[] measure(Function<TrainingSet, ItemScorer> trainer, LeaveLastOut split) {
        return TopNGolden.measure(trainer.apply(split.train()), split.train(), split.testItems());
    }

    /// The same cut once more: the last item of what is left is for validation.
    private static LeaveLastOut withoutLast(TrainingSet all) {
        var histories = new ArrayList<History>();
        var items = new LinkedHashMap<String, String>();
        for (var history : all.histories()) {
            var events = new ArrayList<Event>(history.events());
            items.put(history.user(), events.removeLast().item());
            histories.add(new History(history.user(), events));
        }
        return new LeaveLastOut(new TrainingSet(all.catalog(), histories), items);
    }

    private void line(String model, Candidate candidate, double[] test) {
        var line = new StringBuilder("| " + model + " | " + candidate.parameters() + " |");
        line.append(String.format(
                Locale.ROOT,
                " %.4f | %.4f |",
                candidate.validation()[0],
                candidate.validation()[1]));
        for (int m = 0; m < 5; m++) {
            line.append(test.length == 0 ? " |" : String.format(Locale.ROOT, " %.4f |", test[m]));
        }
        lines.add(line.toString());
    }
}
