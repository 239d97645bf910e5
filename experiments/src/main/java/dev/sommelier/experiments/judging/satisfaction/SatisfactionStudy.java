package dev.sommelier.experiments.judging.satisfaction;

import dev.sommelier.core.Usage;
import dev.sommelier.evaluation.Auc;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Mae;
import dev.sommelier.evaluation.agreement.CohenKappa;
import dev.sommelier.evaluation.agreement.Confusion;
import dev.sommelier.evaluation.agreement.GradeScale;
import dev.sommelier.evaluation.agreement.Weighting;
import dev.sommelier.evaluation.correlation.SpearmanRho;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.LinearStack;
import dev.sommelier.judges.RatingOutcome;
import dev.sommelier.judges.satisfaction.SatisfactionJudge;
import dev.sommelier.judges.satisfaction.Talk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Asks a judge how satisfied users are at the rated turns of dialogues, and measures how far it agrees with people.
///
/// A turn without an answer is counted, with its cause, and is in no figure. Beside the judge stand the judge moved and
/// stretched to people's scale by a line that was fitted on other dialogues (five folds), which tells a bad scale from
/// a
/// bad order, and the control: the mean of people's scores in the other folds, for every turn.
public final class SatisfactionStudy {
    private static final int FOLDS = 5;
    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;
    private static final double SATISFIED = 3;

    private final List<Talk> talks;
    private final long seed;
    private final List<Asked> asked = new ArrayList<>();

    /// A turn and what the judge said.
    ///
    /// @param talk the dialogue's number
    /// @param number the turn's number in its dialogue, from 0
    public record Asked(int talk, int number, Talk.Turn turn, RatingOutcome outcome) {}

    /// @param seed of folds and intervals
    public SatisfactionStudy(List<Talk> talks, long seed) {
        this.talks = List.copyOf(talks);
        this.seed = seed;
    }

    /// Asks the judge about every rated turn of the dialogues, or the first ones.
    ///
    /// @param most the most turns
    public void ask(SatisfactionJudge judge, int most, Progress progress) {
        int total = Math.min(
                most, talks.stream().mapToInt(talk -> talk.turns().size()).sum());
        for (int t = 0; t < talks.size(); t++) {
            var turns = talks.get(t).turns();
            for (int i = 0; i < turns.size() && asked.size() < total; i++) {
                asked.add(new Asked(t, i, turns.get(i), judge.judge(turns.get(i).lines())));
                progress.update("Judging satisfaction", asked.size(), total);
            }
        }
    }

    /// What was asked so far, in order.
    public List<Asked> asked() {
        return Collections.unmodifiableList(asked);
    }

    /// What it cost.
    public Usage usage() {
        return asked.stream().map(each -> each.outcome().usage()).reduce(Usage.NONE, Usage::plus);
    }

    /// The figures.
    public SatisfactionReport report() {
        var failures = new TreeMap<String, Integer>();
        var compared = new ArrayList<Asked>();
        for (var each : asked) {
            switch (each.outcome()) {
                case RatingOutcome.Predicted predicted -> compared.add(each);
                case RatingOutcome.Failed failed -> failures.merge(failed.cause(), 1, Integer::sum);
            }
        }
        double[] truth =
                compared.stream().mapToDouble(each -> each.turn().truth()).toArray();
        double[] judged =
                compared.stream().mapToDouble(SatisfactionStudy::expected).toArray();
        var rows = new ArrayList<SatisfactionReport.Row>();
        if (!compared.isEmpty()) {
            var clusters = clusters(compared);
            rows.add(row("LLM", truth, judged, clusters));
            if (clusters.size() > 1) {
                rows.add(row("stretched", truth, fitted(truth, judged, clusters, true), clusters));
                rows.add(row("control", truth, fitted(truth, judged, clusters, false), clusters));
            }
        }
        return new SatisfactionReport(
                talks.size(),
                (int) talks.stream().filter(talk -> talk.turns().isEmpty()).count(),
                asked.size(),
                compared.size(),
                failures,
                rows,
                scores(truth, judged));
    }

    private static double expected(Asked asked) {
        return asked.outcome() instanceof RatingOutcome.Predicted predicted ? predicted.rating() : Double.NaN;
    }

    /// The compared turns of each dialogue.
    private static List<int[]> clusters(List<Asked> compared) {
        var byTalk = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < compared.size(); i++) {
            byTalk.computeIfAbsent(compared.get(i).talk(), key -> new ArrayList<>())
                    .add(i);
        }
        return byTalk.values().stream()
                .map(turns -> turns.stream().mapToInt(i -> i).toArray())
                .toList();
    }

    /// For every turn what a line, or a mean, says that was fitted on the other folds' dialogues.
    private double[] fitted(double[] truth, double[] judged, List<int[]> clusters, boolean line) {
        var order = new ArrayList<>(IntStream.range(0, clusters.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        int folds = Math.min(FOLDS, clusters.size());
        var result = new double[truth.length];
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            int[] fitting = turns(order, clusters, place -> place % folds != held);
            double[][] columns = IntStream.of(fitting)
                    .mapToObj(i -> line ? new double[] {judged[i]} : new double[] {0})
                    .toArray(double[][]::new);
            var fit = LinearStack.fit(
                    columns, IntStream.of(fitting).mapToDouble(i -> truth[i]).toArray());
            for (int i : turns(order, clusters, place -> place % folds == held)) {
                double at = fit.apply(new double[] {line ? judged[i] : 0});
                result[i] = Math.clamp(at, LOWEST, HIGHEST);
            }
        }
        return result;
    }

    private static int[] turns(List<Integer> order, List<int[]> clusters, IntPredicate places) {
        return IntStream.range(0, order.size())
                .filter(places)
                .flatMap(place -> IntStream.of(clusters.get(order.get(place))))
                .toArray();
    }

    private SatisfactionReport.Row row(String name, double[] truth, double[] judged, List<int[]> clusters) {
        var spreads = Bootstrap.resample(
                clusters.size(),
                4,
                (drawn, values) -> {
                    int[] turns = IntStream.of(drawn)
                            .flatMap(cluster -> IntStream.of(clusters.get(cluster)))
                            .toArray();
                    double[] t = IntStream.of(turns).mapToDouble(i -> truth[i]).toArray();
                    double[] j = IntStream.of(turns).mapToDouble(i -> judged[i]).toArray();
                    values[0] = new SpearmanRho().of(t, j);
                    values[1] = kappa(t, j);
                    values[2] = Mae.of(t, j);
                    values[3] = Auc.of(t, j, SATISFIED).orElse(Double.NaN);
                },
                Bootstrap.DEFAULT_RESAMPLES,
                seed);
        return new SatisfactionReport.Row(
                name,
                spreads.get(0).interval(),
                spreads.get(1).interval(),
                spreads.get(2).interval(),
                spreads.get(3).interval());
    }

    private static double kappa(double[] truth, double[] judged) {
        var table = new Confusion(new GradeScale(LOWEST, HIGHEST));
        for (int i = 0; i < truth.length; i++) {
            table.add(rounded(truth[i]), rounded(judged[i]));
        }
        return new CohenKappa(Weighting.QUADRATIC).of(table);
    }

    private static int rounded(double score) {
        return Math.clamp(Math.round(score), LOWEST, HIGHEST);
    }

    private static List<SatisfactionReport.Score> scores(double[] truth, double[] judged) {
        return IntStream.rangeClosed(LOWEST, HIGHEST)
                .mapToObj(score -> new SatisfactionReport.Score(score, count(truth, score), count(judged, score)))
                .toList();
    }

    private static int count(double[] values, int score) {
        return (int)
                Arrays.stream(values).filter(value -> rounded(value) == score).count();
    }
}
