package dev.sommelier.experiments.compare.report;

import dev.sommelier.evaluation.Auc;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.evaluation.prediction.Labelled;
import dev.sommelier.evaluation.prediction.PredictionMetric;
import dev.sommelier.evaluation.recommendation.AccuracyMetric;
import dev.sommelier.evaluation.recommendation.HitRate;
import dev.sommelier.evaluation.recommendation.JudgedList;
import dev.sommelier.evaluation.recommendation.Ndcg;
import dev.sommelier.evaluation.recommendation.ReciprocalRank;
import dev.sommelier.experiments.compare.AskedUser;
import dev.sommelier.experiments.compare.ContenderResult;
import dev.sommelier.experiments.compare.StageResult;
import dev.sommelier.experiments.compare.UserAnswer;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Turns the answers of a stage into figures.
///
/// Lists: a user without an answer counts 0 in every metric. Ratings and clicks: a user whom a contender could not
/// answer leaves the comparison for everybody; a contender without any answer has no figures and holds nobody back.
final class Measures {
    private final StageResult stage;
    private final int resamples;
    private final long seed;
    private final int[] compared;

    Measures(StageResult stage, int resamples, long seed) {
        this.stage = stage;
        this.resamples = resamples;
        this.seed = seed;
        this.compared = compared(stage);
    }

    /// The positions of the users that count.
    int[] compared() {
        return compared.clone();
    }

    private static int[] compared(StageResult stage) {
        if (stage.stage().task().type().lists()) {
            return IntStream.range(0, stage.users().size()).toArray();
        }
        var answering = stage.contenders().stream()
                .filter(contender -> !contender.broken())
                .toList();
        return IntStream.range(0, stage.users().size())
                .filter(u -> answering.stream()
                        .noneMatch(contender -> contender.answers().get(u).failed()))
                .toArray();
    }

    List<Measured> all() {
        return stage.contenders().stream().map(this::measured).toList();
    }

    private Measured measured(ContenderResult contender) {
        if (contender.broken() || compared.length < 2) {
            return new Measured(contender, Map.of(), Map.of(), new double[0]);
        }
        return switch (stage.stage().task()) {
            case TaskSpec.Ranking ranking -> lists(contender, ranking.k(), ranking.metric());
            case TaskSpec.Rerank rerank -> lists(contender, rerank.k(), rerank.metric());
            case TaskSpec.Rating rating -> ratings(contender, rating.metric());
            case TaskSpec.Click click -> clicks(contender, click.metric());
        };
    }

    private Measured lists(ContenderResult contender, int k, String tested) {
        var metrics = new LinkedHashMap<String, AccuracyMetric>();
        metrics.put("NDCG", new Ndcg(k));
        metrics.put("HR", new HitRate(k));
        metrics.put("MRR", new ReciprocalRank(k));
        var values = metrics.values().stream()
                .map(metric -> perUser(
                        contender,
                        (user, answer) -> metric.of(JudgedList.of(ranked(user, answer), Set.of(user.relevant())))))
                .toArray(double[][]::new);
        var intervals = Bootstrap.means(values, resamples, seed);
        var names = List.copyOf(metrics.sequencedKeySet());
        var figures = new LinkedHashMap<String, Optional<Interval>>();
        for (int m = 0; m < names.size(); m++) {
            figures.put(names.get(m), Optional.of(intervals.get(m)));
        }
        return new Measured(contender, figures, Map.of(), values[names.indexOf(tested)]);
    }

    /// The items, best first; of equal scores the one shown first, which is chance.
    private static List<String> ranked(AskedUser user, UserAnswer answer) {
        if (answer.scores().isEmpty()) {
            return answer.items();
        }
        return IntStream.range(0, user.items().size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -answer.scores().get(i)))
                .map(i -> user.items().get(i))
                .toList();
    }

    private Measured ratings(ContenderResult contender, String tested) {
        var absolute = perUser(contender, (user, answer) -> Math.abs(error(user, answer)));
        var squared = perUser(contender, (user, answer) -> error(user, answer) * error(user, answer));
        var figures = new LinkedHashMap<String, Optional<Interval>>();
        figures.put("MAE", Optional.of(Bootstrap.mean(absolute, resamples, seed)));
        figures.put(
                "RMSE",
                Optional.of(Bootstrap.statistic(squared.length, drawn -> root(squared, drawn), resamples, seed)));
        return new Measured(contender, figures, Map.of(), tested.equals("RMSE") ? squared : absolute);
    }

    private static double error(AskedUser user, UserAnswer answer) {
        return answer.scores().getFirst() - user.truth().getFirst();
    }

    private static double root(double[] squared, int[] drawn) {
        double sum = 0;
        for (int i : drawn) {
            sum += squared[i];
        }
        return Math.sqrt(sum / drawn.length);
    }

    private Measured clicks(ContenderResult contender, String tested) {
        var area = perUser(
                contender,
                (user, answer) ->
                        Auc.of(array(user.truth()), array(answer.scores()), 1).orElseThrow());
        var figures = new LinkedHashMap<String, Optional<Interval>>();
        figures.put("GAUC", Optional.of(Bootstrap.mean(area, resamples, seed)));
        var plain = new LinkedHashMap<String, Double>();
        PredictionMetric.Plain.AUC.of(labelled(contender)).ifPresent(value -> plain.put("AUC", value));
        double[] perUser = area;
        if (contender.probabilities()) {
            var loss = perUser(
                    contender,
                    (user, answer) -> PredictionMetric.Plain.LOG_LOSS
                            .of(labelled(user, answer))
                            .orElseThrow());
            figures.put("logloss", Optional.of(Bootstrap.mean(loss, resamples, seed)));
            perUser = tested.equals("logloss") ? loss : area;
        } else {
            figures.put("logloss", Optional.empty());
            perUser = tested.equals("logloss") ? new double[0] : area;
        }
        return new Measured(contender, figures, plain, perUser);
    }

    private List<Labelled> labelled(ContenderResult contender) {
        var all = new ArrayList<Labelled>();
        for (int u : compared) {
            all.addAll(labelled(stage.users().get(u), contender.answers().get(u)));
        }
        return all;
    }

    private static List<Labelled> labelled(AskedUser user, UserAnswer answer) {
        return IntStream.range(0, user.items().size())
                .mapToObj(i -> new Labelled(
                        user.user(), user.truth().get(i), answer.scores().get(i)))
                .toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private interface Value {
        double of(AskedUser user, UserAnswer answer);
    }

    private double[] perUser(ContenderResult contender, Value value) {
        return IntStream.of(compared)
                .mapToDouble(
                        u -> value.of(stage.users().get(u), contender.answers().get(u)))
                .toArray();
    }
}
