package dev.sommelier.experiments.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// One way to cut the compared users into slices.
///
/// @param id short, such as `history`
/// @param by what it cuts by, to be read after `by`
/// @param slices in the order to show them
/// @param leftOut how many more slices there are, with too few users to be shown
record Cut(String id, String by, List<Slice> slices, int leftOut) {
    private static final int PARTS = 3;
    private static final int MOST = 12;
    private static final int FEWEST_USERS = 10;

    Cut {
        slices = List.copyOf(slices);
    }

    /// Thirds by a number, such as the length of the history. Equal numbers are in the same third, so that thirds may
    /// differ in size and some may be missing.
    ///
    /// @param unit what the number counts
    /// @param size how many users are compared
    /// @param value the number of a compared user, by position
    static Cut thirds(String id, String by, String unit, int size, IntUnaryOperator value) {
        var sorted = IntStream.range(0, size).map(value).sorted().toArray();
        var slices = new ArrayList<Slice>();
        int above = Integer.MIN_VALUE;
        for (int part = 1; part <= PARTS && size > 0; part++) {
            int most = sorted[Math.max(0, size * part / PARTS - 1)];
            int over = above;
            var members = IntStream.range(0, size)
                    .filter(u -> value.applyAsInt(u) > over && value.applyAsInt(u) <= most)
                    .boxed()
                    .toList();
            if (!members.isEmpty()) {
                int least = members.stream().mapToInt(value::applyAsInt).min().orElseThrow();
                slices.add(new Slice((least == most ? "" : least + "-") + most + " " + unit, members));
            }
            above = Math.max(above, most);
        }
        return new Cut(id, by, slices, 0);
    }

    /// By names, of which a user may have several: those with at least 10 users, the largest first, equal ones by name,
    /// at most 12.
    ///
    /// @param size how many users are compared
    /// @param names the names of a compared user, by position
    static Cut named(String id, String by, int size, IntFunction<List<String>> names) {
        Map<String, List<Integer>> all = new TreeMap<>();
        for (int u = 0; u < size; u++) {
            for (var name : names.apply(u)) {
                all.computeIfAbsent(name, key -> new ArrayList<>()).add(u);
            }
        }
        var slices = all.entrySet().stream()
                .filter(slice -> slice.getValue().size() >= FEWEST_USERS)
                .map(slice -> new Slice(slice.getKey(), slice.getValue()))
                .sorted(Comparator.comparingInt(slice -> -slice.members().size()))
                .limit(MOST)
                .toList();
        return new Cut(id, by, slices, all.size() - slices.size());
    }
}
