package dev.sommelier.datasets.check;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.datasets.split.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// What a split lets a model see that it could not have known.
///
/// @param findings of the test part
/// @param youngerTraining the mean share of training interactions that are younger than a test interaction
record Leakage(List<Finding> findings, double youngerTraining) {
    static Leakage of(Parts parts) {
        var learned = parts.trainAndValidation().histories();
        var times = learned.stream()
                .flatMapToLong(history -> history.events().stream().mapToLong(Event::time))
                .filter(time -> time != 0)
                .sorted()
                .toArray();
        var latest = Latest.of(learned);
        var items = new HashSet<String>();
        learned.forEach(history -> items.addAll(history.items()));
        var test = new ArrayList<Interaction>();
        parts.test().forEach(asked -> test.addAll(asked.heldOut()));
        var timed = test.stream().filter(one -> one.time() != 0).toList();
        long older = timed.stream()
                .filter(one -> one.time() < latest.ofOthers(one.user()))
                .count();
        long unseen = test.stream().filter(one -> !items.contains(one.item())).count();
        double younger = times.length == 0
                ? 0
                : timed.stream()
                        .mapToDouble(one -> (double) above(times, one.time()) / times.length)
                        .average()
                        .orElse(0);
        return new Leakage(
                List.of(
                        new Finding(
                                "future-leakage",
                                "test interactions older than a training interaction of another user",
                                older,
                                timed.size(),
                                "models learn from what came later; the split global-temporal has none"),
                        new Finding(
                                "unseen-test-items",
                                "test interactions with an item that is not in training",
                                unseen,
                                test.size(),
                                "a model that goes by contacts alone cannot find them"),
                        new Finding(
                                "users-not-asked",
                                "users without a test interaction",
                                parts.counts().usersWithoutTest(),
                                parts.counts().usersWithoutTest() + parts.test().size(),
                                "they are learned from only")),
                younger);
    }

    private static int above(long[] sorted, long time) {
        int at = Arrays.binarySearch(sorted, time + 1);
        int first = at >= 0 ? at : -at - 1;
        while (first > 0 && sorted[first - 1] > time) {
            first--;
        }
        return sorted.length - first;
    }

    /// The latest learned time, whose it is, and the latest of all others.
    private record Latest(String user, long time, long others) {
        static Latest of(List<History> histories) {
            var latest = new Latest("", Long.MIN_VALUE, Long.MIN_VALUE);
            for (var history : histories) {
                long time =
                        history.events().stream().mapToLong(Event::time).max().orElse(Long.MIN_VALUE);
                latest = time > latest.time
                        ? new Latest(history.user(), time, latest.time)
                        : new Latest(latest.user, latest.time, Math.max(time, latest.others));
            }
            return latest;
        }

        long ofOthers(String asked) {
            return asked.equals(user) ? others : time;
        }
    }
}
