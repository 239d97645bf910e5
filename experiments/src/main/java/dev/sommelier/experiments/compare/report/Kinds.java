package dev.sommelier.experiments.compare.report;

import dev.sommelier.experiments.compare.AskedUser;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Cuts users by what their held-out item is, such as its genres; a user may stand in several slices.
final class Kinds {
    private static final int MOST = 12;
    private static final int FEWEST_USERS = 10;

    private Kinds() {}

    static ResultTable of(String id, String tested, List<AskedUser> users, int[] compared, List<Measured> measured) {
        var slices = slices(users, compared);
        var rows = measured.stream()
                .filter(Measured::compared)
                .map(one -> {
                    var row = new ArrayList<Cell>(List.of(new Cell.Words(one.name())));
                    slices.forEach((name, members) -> row.add(Cell.of(
                            members.stream().mapToDouble(u -> one.perUser()[u]).average())));
                    return List.<Cell>copyOf(row);
                })
                .toList();
        return new ResultTable(
                id,
                "Mean " + tested + " by what the held-out item is, at most " + MOST + " slices with at least "
                        + FEWEST_USERS + " users each; (n) users, who may stand in several",
                List.of("contender"),
                slices.entrySet().stream()
                        .map(slice -> slice.getKey() + " (" + slice.getValue().size() + ")")
                        .toList(),
                rows);
    }

    /// Positions among the compared users by the name of the slice, the largest slices first, equal ones by name.
    private static Map<String, List<Integer>> slices(List<AskedUser> users, int[] compared) {
        var all = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < compared.length; i++) {
            int position = i;
            users.get(compared[i])
                    .groups()
                    .forEach(group ->
                            all.computeIfAbsent(group, key -> new ArrayList<>()).add(position));
        }
        var slices = new LinkedHashMap<String, List<Integer>>();
        all.entrySet().stream()
                .filter(slice -> slice.getValue().size() >= FEWEST_USERS)
                .sorted(Comparator.<Map.Entry<String, List<Integer>>>comparingInt(
                                slice -> -slice.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .forEach(slice -> slices.put(slice.getKey(), slice.getValue()));
        return slices;
    }
}
