package dev.sommelier.judges.calibration;

import dev.sommelier.evaluation.agreement.CohenKappa;
import dev.sommelier.evaluation.agreement.Confusion;
import dev.sommelier.evaluation.agreement.GradeScale;
import dev.sommelier.evaluation.agreement.Weighting;
import dev.sommelier.judges.calibration.Calibration.Rule;
import dev.sommelier.judges.calibration.Calibration.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Fits calibrations, and judges every labelled pair by one that never saw its topic.
///
/// @param signals the signals' names, in order
/// @param grades the grades' values, lowest first
/// @param rule how grades are chosen
/// @param penalty the L2 penalty on standardised weights
/// @param folds how many groups of topics, at least 2
/// @param seed of the dealing of topics into folds
/// @param offered how signals may be made comparable between topics; of several, each fit takes the one of the highest
///     kappa in a cross-validation among its own training topics (the first of equals), so that a cross-validation of
///     the fit is a nested one and no held-out topic has a say
public record CalibrationFit(
        List<String> signals,
        List<Integer> grades,
        Rule rule,
        double penalty,
        int folds,
        long seed,
        List<PerTopic> offered) {
    public CalibrationFit {
        signals = List.copyOf(signals);
        grades = List.copyOf(grades);
        offered = List.copyOf(offered);
        if (offered.isEmpty()) {
            throw new IllegalArgumentException("a calibration needs a way to compare signals between topics, got none");
        }
        if (folds < 2 || signals.isEmpty() || !(penalty >= 0)) {
            throw new IllegalArgumentException("a calibration needs a signal, 2 folds and a penalty of at least 0, got "
                    + signals + ", " + folds + " and " + penalty);
        }
    }

    /// Signals as measured.
    public CalibrationFit(List<String> signals, List<Integer> grades, Rule rule, double penalty, int folds, long seed) {
        this(signals, grades, rule, penalty, folds, seed, List.of(PerTopic.NONE));
    }

    /// Fits one calibration on all pairs.
    ///
    /// @throws IllegalArgumentException if there is no pair, or several ways are offered for fewer than two topics
    public Calibration fit(List<LabelledPair> pairs, Map<String, String> facts) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("a calibration needs labelled pairs, got none");
        }
        var perTopic = chosen(pairs);
        return fit(perTopic.apply(pairs), perTopic, facts);
    }

    private PerTopic chosen(List<LabelledPair> pairs) {
        var best = offered.getFirst();
        double highest = Double.NEGATIVE_INFINITY;
        int topics = (int) pairs.stream().map(LabelledPair::topic).distinct().count();
        for (var each : offered.size() == 1 ? List.<PerTopic>of() : offered) {
            var one = new CalibrationFit(signals, grades, rule, penalty, Math.min(folds, topics), seed, List.of(each));
            double kappa = kappa(pairs, one.crossValidated(pairs));
            if (kappa > highest) {
                highest = kappa;
                best = each;
            }
        }
        return best;
    }

    private double kappa(List<LabelledPair> pairs, List<Calibration.Outcome> outcomes) {
        var table = new Confusion(new GradeScale(0, grades.size() - 1));
        for (int i = 0; i < pairs.size(); i++) {
            table.add(pairs.get(i).position(), grades.indexOf(outcomes.get(i).grade()));
        }
        return new CohenKappa(Weighting.NONE).of(table);
    }

    private Calibration fit(List<LabelledPair> pairs, PerTopic perTopic, Map<String, String> facts) {
        var standards = new ArrayList<Signal>();
        for (int j = 0; j < signals.size(); j++) {
            standards.add(standard(signals.get(j), j, pairs));
        }
        var x = new double[pairs.size()][signals.size()];
        var positions = new int[pairs.size()];
        for (int n = 0; n < x.length; n++) {
            positions[n] = pairs.get(n).position();
            for (int j = 0; j < standards.size(); j++) {
                var standard = standards.get(j);
                x[n][j] = (pairs.get(n).signals().get(j) - standard.mean()) / standard.deviation();
            }
        }
        var model = OrdinalModel.fit(x, positions, grades.size(), penalty);
        List<Double> thresholds = List.of();
        if (rule == Rule.THRESHOLDS) {
            var latent = new double[x.length];
            for (int n = 0; n < x.length; n++) {
                latent[n] = model.latent(x[n]);
            }
            thresholds = Thresholds.maximisingKappa(latent, positions, grades.size());
        }
        return new Calibration(standards, grades, model, rule, thresholds, perTopic, facts);
    }

    private static Signal standard(String name, int signal, List<LabelledPair> pairs) {
        double sum = 0;
        for (var pair : pairs) {
            sum += pair.signals().get(signal);
        }
        double mean = sum / pairs.size();
        double squares = 0;
        for (var pair : pairs) {
            double difference = pair.signals().get(signal) - mean;
            squares += difference * difference;
        }
        double deviation = Math.sqrt(squares / pairs.size());
        // A constant signal says nothing; any deviation keeps it at 0.
        return new Signal(name, mean, deviation > 0 ? deviation : 1);
    }

    /// The outcome of every pair under a calibration fitted on the other folds' topics only.
    ///
    /// @throws IllegalArgumentException if there are fewer topics than folds
    public List<Calibration.Outcome> crossValidated(List<LabelledPair> pairs) {
        var foldOf = folds(pairs);
        var fitted = new ArrayList<Calibration>();
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            fitted.add(fit(
                    pairs.stream()
                            .filter(pair -> foldOf.getOrDefault(pair.topic(), -1) != held)
                            .toList(),
                    Map.of()));
        }
        var topics = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < pairs.size(); i++) {
            topics.computeIfAbsent(pairs.get(i).topic(), topic -> new ArrayList<>())
                    .add(i);
        }
        var outcomes = new Calibration.Outcome[pairs.size()];
        topics.forEach((topic, rows) -> {
            var found = fitted.get(foldOf.getOrDefault(topic, 0))
                    .applyTopic(rows.stream().map(row -> values(pairs.get(row))).toList());
            for (int n = 0; n < rows.size(); n++) {
                outcomes[rows.get(n)] = found.get(n);
            }
        });
        return List.of(outcomes);
    }

    private Map<String, Integer> folds(List<LabelledPair> pairs) {
        var topics = new ArrayList<>(
                new LinkedHashSet<>(pairs.stream().map(LabelledPair::topic).toList()));
        if (topics.size() < folds) {
            throw new IllegalArgumentException(
                    "cross-validation in " + folds + " folds needs as many topics, got " + topics.size());
        }
        Collections.shuffle(topics, new Random(seed));
        var foldOf = new HashMap<String, Integer>();
        for (int t = 0; t < topics.size(); t++) {
            foldOf.put(topics.get(t), t % folds);
        }
        return foldOf;
    }

    static double[] values(LabelledPair pair) {
        return pair.signals().stream().mapToDouble(value -> value).toArray();
    }

    /// The same on some of the signals, and the pairs with those signals only.
    CalibrationFit only(List<String> kept) {
        return new CalibrationFit(kept, grades, rule, penalty, folds, seed, offered);
    }

    List<LabelledPair> project(List<LabelledPair> pairs, List<String> kept) {
        var columns = kept.stream().map(signals::indexOf).toList();
        return pairs.stream()
                .map(pair -> new LabelledPair(
                        pair.topic(),
                        pair.document(),
                        columns.stream().map(pair.signals()::get).toList(),
                        pair.position()))
                .toList();
    }
}
