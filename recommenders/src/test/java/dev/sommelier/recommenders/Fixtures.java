package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Small training sets.
public final class Fixtures {
    private Fixtures() {}

    /// A catalogue of items `a`, `b`, ... and one user for each string, whose letters are the items in order.
    public static TrainingSet ofLetters(int items, String... users) {
        var catalog = new Catalog(
                IntStream.range(0, items)
                        .mapToObj(i -> String.valueOf((char) ('a' + i)))
                        .map(id -> new Item(id, "Title " + id, Map.of()))
                        .toList(),
                List.of());
        return new TrainingSet(
                catalog,
                IntStream.range(0, users.length)
                        .mapToObj(u -> new History("u" + u, liked(users[u]).events()))
                        .toList());
    }

    /// The history of a new user who had contact with these letters.
    public static History liked(String letters) {
        return History.ofLiked(letters.chars().mapToObj(Character::toString).toList(), 1);
    }

    /// Ratings such as `a5 b3`.
    public static History rated(String user, String ratings) {
        return new History(
                user,
                Arrays.stream(ratings.split(" ", -1))
                        .map(text -> new Event(text.substring(0, 1), Double.parseDouble(text.substring(1)), 0))
                        .toList());
    }

    /// A catalogue of letters and these histories.
    public static TrainingSet ofRatings(int items, History... histories) {
        return new TrainingSet(ofLetters(items).catalog(), List.of(histories));
    }

    /// Users with random items and ratings from 1 to 5; low positions are more popular.
    public static TrainingSet random(int users, int items, long seed) {
        var random = new SplittableRandom(seed);
        var catalog = new Catalog(
                IntStream.range(0, items)
                        .mapToObj(i -> new Item("i" + i, "Title " + i, Map.of()))
                        .toList(),
                List.of());
        var histories = new ArrayList<History>();
        for (int u = 0; u < users; u++) {
            var events = new ArrayList<Event>();
            for (int i = 0; i < items; i++) {
                if (random.nextInt(i + 3) < 2) {
                    events.add(new Event("i" + i, 1 + random.nextInt(5), events.size()));
                }
            }
            histories.add(new History("u" + u, events));
        }
        return new TrainingSet(catalog, histories);
    }
}
