package dev.sommelier.judges.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Thresholds on one number that turn it into grades so that Cohen's kappa with given grades is highest.
///
/// Candidates are the quantiles of the numbers; one threshold at a time is moved to its best place until none moves.
/// Deterministic: of equal kappas the first candidate stays.
final class Thresholds {
    private static final int CANDIDATES = 60;
    private static final int ROUNDS = 20;

    private Thresholds() {}

    /// The position of the interval that holds a number: how many thresholds it reaches.
    static int position(double value, List<Double> thresholds) {
        int position = 0;
        while (position < thresholds.size() && value >= thresholds.get(position)) {
            position++;
        }
        return position;
    }

    /// @param values at least one
    /// @param grades positions on the scale, from 0
    /// @param levels the number of grades
    static List<Double> maximisingKappa(double[] values, int[] grades, int levels) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var candidates = new ArrayList<Double>();
        for (int i = 1; i < CANDIDATES; i++) {
            candidates.add(sorted[i * (sorted.length - 1) / CANDIDATES]);
        }
        var thresholds = startAtTheirShares(sorted, grades, levels);
        double best = kappa(values, grades, levels, thresholds);
        for (int round = 0; round < ROUNDS; round++) {
            double before = best;
            for (int t = 0; t < thresholds.size(); t++) {
                for (double candidate : candidates) {
                    var moved = new ArrayList<>(thresholds);
                    moved.set(t, candidate);
                    Collections.sort(moved);
                    double kappa = kappa(values, grades, levels, moved);
                    if (kappa > best) {
                        best = kappa;
                        thresholds = moved;
                    }
                }
            }
            if (best <= before) {
                break;
            }
        }
        return List.copyOf(thresholds);
    }

    /// Each grade gets the share of numbers that it has among the given grades.
    private static List<Double> startAtTheirShares(double[] sorted, int[] grades, int levels) {
        var thresholds = new ArrayList<Double>();
        for (int level = 1; level < levels; level++) {
            int under = level;
            int below =
                    (int) Arrays.stream(grades).filter(grade -> grade < under).count();
            thresholds.add(sorted[Math.min(below, sorted.length - 1)]);
        }
        return thresholds;
    }

    static double kappa(double[] values, int[] grades, int levels, List<Double> thresholds) {
        var human = new double[levels];
        var label = new double[levels];
        double same = 0;
        for (int i = 0; i < values.length; i++) {
            int position = position(values[i], thresholds);
            human[grades[i]]++;
            label[position]++;
            same += position == grades[i] ? 1 : 0;
        }
        double n = values.length;
        double chance = 0;
        for (int level = 0; level < levels; level++) {
            chance += human[level] / n * (label[level] / n);
        }
        return chance < 1 ? (same / n - chance) / (1 - chance) : 0;
    }
}
