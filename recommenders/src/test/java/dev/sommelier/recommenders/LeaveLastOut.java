package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The split of the published figures: each user's last event by (time, row) is the test item, all others train; items
/// in numeric order of their ids.
///
/// @param train without the test items
/// @param testItems by user, in the order of `train`'s histories
record LeaveLastOut(TrainingSet train, Map<String, String> testItems) {
    static LeaveLastOut of(List<Interaction> rows) {
        var ids = rows.stream()
                .mapToInt(row -> Integer.parseInt(row.item()))
                .max()
                .orElseThrow();
        var catalog = new Catalog(
                IntStream.rangeClosed(1, ids)
                        .mapToObj(id -> new Item(Integer.toString(id), "Movie " + id, Map.of()))
                        .toList(),
                List.of());
        var byUser = new LinkedHashMap<String, List<Interaction>>();
        rows.forEach(row ->
                byUser.computeIfAbsent(row.user(), user -> new ArrayList<>()).add(row));
        var histories = new ArrayList<History>();
        var testItems = new LinkedHashMap<String, String>();
        byUser.forEach((user, events) -> {
            events.sort(Comparator.comparingLong(Interaction::time));
            testItems.put(user, events.removeLast().item());
            histories.add(
                    new History(user, events.stream().map(Interaction::event).toList()));
        });
        return new LeaveLastOut(new TrainingSet(catalog, histories), testItems);
    }
}
