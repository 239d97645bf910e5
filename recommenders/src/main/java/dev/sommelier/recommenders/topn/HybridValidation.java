package dev.sommelier.recommenders.topn;

import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What a [Hybrid] learns its weights on: the last item of every user who had contact with another one before.
///
/// @param train the training set without those items
/// @param heldOut the last item by user, in training order
record HybridValidation(TrainingSet train, Map<String, String> heldOut) {
    /// Features are kept in memory, at most so many; beyond that evenly spaced users are taken, which is plenty for a
    /// handful of weights.
    private static final long MOST_FEATURES = 8_000_000;

    static HybridValidation of(TrainingSet all) {
        var heldOut = new LinkedHashMap<String, String>();
        var histories = new ArrayList<History>();
        for (var history : all.histories()) {
            if (history.items().size() < 2) {
                histories.add(history);
                continue;
            }
            var last = history.events().getLast().item();
            heldOut.put(history.user(), last);
            histories.add(new History(
                    history.user(),
                    history.events().stream()
                            .filter(event -> !event.item().equals(last))
                            .toList()));
        }
        return new HybridValidation(new TrainingSet(all.catalog(), histories), heldOut);
    }

    /// The choices of the held-out items among all items that their users had not seen.
    ///
    /// @param features gives `members x items` for a history
    List<ChoiceModel.Example> examples(int members, Function<History, double[][]> features) {
        var users = train.histories().stream()
                .filter(history -> heldOut.containsKey(history.user()))
                .toList();
        long most =
                Math.max(1, MOST_FEATURES / ((long) members * train.catalog().size()));
        int step = (int) Math.max(1, Math.ceilDiv(users.size(), most));
        return IntStream.range(0, Math.ceilDiv(users.size(), step))
                .parallel()
                .mapToObj(n -> example(users.get(n * step), features))
                .toList();
    }

    private ChoiceModel.Example example(History history, Function<History, double[][]> features) {
        var catalog = train.catalog();
        var seen = history.items();
        int[] alternatives = IntStream.range(0, catalog.size())
                .filter(item -> !seen.contains(catalog.item(item).id()))
                .toArray();
        int chosen = catalog.position(heldOut.getOrDefault(history.user(), ""));
        var all = features.apply(history);
        var some = new double[all.length][alternatives.length];
        int at = 0;
        for (int a = 0; a < alternatives.length; a++) {
            if (alternatives[a] == chosen) {
                at = a;
            }
            for (int m = 0; m < all.length; m++) {
                some[m][a] = all[m][alternatives[a]];
            }
        }
        return new ChoiceModel.Example(some, at);
    }
}
