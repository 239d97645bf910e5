package dev.sommelier.judges.calibration;

import dev.sommelier.judges.calibration.Calibration.Rule;
import dev.sommelier.judges.calibration.Calibration.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
public record CalibrationFit(
        List<String> signals, List<Integer> grades, Rule rule, double penalty, int folds, long seed) {
    public CalibrationFit {
        signals = List.copyOf(signals);
        grades = List.copyOf(grades);
        if (folds < 2 || signals.isEmpty() || !(penalty >= 0)) {
            throw new IllegalArgumentException("a calibration needs a signal, 2 folds and a penalty of at least 0, got "
                    + signals + ", " + folds + " and " + penalty);
        }
    }

    /// Fits one calibration on all pairs.
    public Calibration fit(List<LabelledPair> pairs, Map<String, String> facts) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("a calibration needs labelled pairs, got none");
        }
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
        return new Calibration(standards, grades, model, rule, thresholds, facts);
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
        return pairs.stream()
                .map(pair -> fitted.get(foldOf.getOrDefault(pair.topic(), 0)).apply(values(pair)))
                .toList();
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
        return new CalibrationFit(kept, grades, rule, penalty, folds, seed);
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
