package dev.sommelier.experiments.compare.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Cuts users into thirds by a number, such as the length of their history.
final class Slices {
    private static final int PARTS = 3;

    private Slices() {}

    /// Numbers within `positions` by the name of their third; equal numbers are in the same third, so that thirds may
    /// differ in size and some may be missing.
    ///
    /// @param what what is cut by
    /// @param unit what the number counts
    /// @param positions the users, as `value` knows them
    static Map<String, List<Integer>> of(String what, String unit, int[] positions, IntUnaryOperator value) {
        var sorted = IntStream.of(positions).map(value).sorted().toArray();
        var slices = new LinkedHashMap<String, List<Integer>>();
        if (sorted.length == 0) {
            return slices;
        }
        int above = Integer.MIN_VALUE;
        for (int part = 1; part <= PARTS; part++) {
            int most = sorted[Math.max(0, sorted.length * part / PARTS - 1)];
            int over = above;
            var members = new ArrayList<Integer>();
            IntStream.range(0, positions.length)
                    .filter(i -> value.applyAsInt(positions[i]) > over && value.applyAsInt(positions[i]) <= most)
                    .forEach(members::add);
            if (!members.isEmpty()) {
                int least = members.stream()
                        .mapToInt(i -> value.applyAsInt(positions[i]))
                        .min()
                        .orElseThrow();
                slices.put(what + " " + least + "-" + most + " " + unit + " (" + members.size() + ")", members);
            }
            above = Math.max(above, most);
        }
        return slices;
    }
}
