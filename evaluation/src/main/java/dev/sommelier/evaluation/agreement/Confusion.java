package dev.sommelier.evaluation.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How often a human's grade met a label's grade: rows are human grades, columns label grades, both in ascending order
/// from the scale's low end.
///
/// Mutable while counts are added; not safe for several threads.
public final class Confusion {
    private final GradeScale scale;
    private final int size;
    private final long[] counts;

    /// A table without pairs.
    public Confusion(GradeScale scale) {
        this.scale = scale;
        this.size = scale.size();
        this.counts = new long[size * size];
    }

    /// Counts one pair.
    ///
    /// @param human a grade on the scale
    /// @param label a grade on the scale
    public void add(int human, int label) {
        if (!scale.contains(human) || !scale.contains(label)) {
            throw new IllegalArgumentException("grades must be from " + scale.low() + " to " + scale.high()
                    + ", got human " + human + " and label " + label);
        }
        counts[(human - scale.low()) * size + label - scale.low()]++;
    }

    /// Adds another table's counts.
    public void add(Confusion other) {
        if (!other.scale.equals(scale)) {
            throw new IllegalArgumentException("tables need one scale, got " + scale + " and " + other.scale);
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /// Forgets all counts.
    void clear() {
        Arrays.fill(counts, 0);
    }

    /// The grades.
    public GradeScale scale() {
        return scale;
    }

    /// The number of grades.
    public int size() {
        return size;
    }

    /// How often the human gave the grade at one position of the scale and the label that at another, from 0.
    public long at(int human, int label) {
        return counts[human * size + label];
    }

    /// The number of pairs.
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /// How often the human gave each grade.
    public long[] humanTotals() {
        var totals = new long[size];
        for (int i = 0; i < counts.length; i++) {
            totals[i / size] += counts[i];
        }
        return totals;
    }

    /// How often the label was each grade.
    public long[] labelTotals() {
        var totals = new long[size];
        for (int i = 0; i < counts.length; i++) {
            totals[i % size] += counts[i];
        }
        return totals;
    }

    /// The table with two grades only: 1 for `grade` and above, 0 for all below.
    public Confusion binarised(int grade) {
        var binary = new Confusion(new GradeScale(0, 1));
        int border = grade - scale.low();
        for (int i = 0; i < counts.length; i++) {
            int human = i / size >= border ? 2 : 0;
            int label = i % size >= border ? 1 : 0;
            binary.counts[human + label] += counts[i];
        }
        return binary;
    }

    /// The rows as lists.
    public List<List<Long>> rows() {
        var rows = new ArrayList<List<Long>>();
        for (int i = 0; i < size; i++) {
            rows.add(Arrays.stream(counts, i * size, (i + 1) * size).boxed().toList());
        }
        return List.copyOf(rows);
    }
}
