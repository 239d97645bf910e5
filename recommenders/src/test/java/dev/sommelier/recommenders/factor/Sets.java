package dev.sommelier.recommenders.factor;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Small training sets.
final class Sets {
    private Sets() {}

    /// Items `a`, `b`, ... and one user for each string, whose letters are the items.
    static TrainingSet ofLetters(int items, String... users) {
        var ids = IntStream.range(0, items).mapToObj(i -> String.valueOf((char) ('a' + i)));
        return new TrainingSet(
                catalog(ids.toList()),
                IntStream.range(0, users.length)
                        .mapToObj(u -> new History("u" + u, liked(users[u]).events()))
                        .toList());
    }

    /// A new user who had contact with these letters.
    static History liked(String letters) {
        return History.ofLiked(letters.chars().mapToObj(Character::toString).toList(), 1);
    }

    /// Users with random items `i0`, `i1`, ...; low positions are more popular, the last user has nothing and the last
    /// item nobody. Every third item is of genre `third`.
    static TrainingSet random(int users, int items, long seed) {
        var random = new SplittableRandom(seed);
        var histories = new ArrayList<History>();
        for (int u = 0; u < users; u++) {
            var events = new ArrayList<Event>();
            for (int i = 0; i < items - 1 && u < users - 1; i++) {
                if (random.nextInt(i + 3) < 2 || (i + u) % 17 == 0) {
                    events.add(new Event("i" + i, 1, events.size()));
                }
            }
            histories.add(new History("u" + u, events));
        }
        return new TrainingSet(
                catalog(IntStream.range(0, items).mapToObj(i -> "i" + i).toList()), histories);
    }

    private static Catalog catalog(List<String> ids) {
        return new Catalog(
                IntStream.range(0, ids.size())
                        .mapToObj(i -> new Item(
                                ids.get(i),
                                "Title " + ids.get(i),
                                i % 3 == 0 ? Map.of("genre", List.of("third")) : Map.of()))
                        .toList(),
                List.of("genre"));
    }
}
