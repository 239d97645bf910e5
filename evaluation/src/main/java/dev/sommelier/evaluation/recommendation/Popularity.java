package dev.sommelier.evaluation.recommendation;

import java.util.Comparator;
import java.util.stream.IntStream;

/// How often each item of a catalogue occurs in training.
///
/// Items are numbers in catalogue order. The short head is the most popular items that together reach 80 % of the
/// interactions, equal counts in catalogue order; the rest is the long tail (Abdollahpouri, Burke and Mobasher,
/// *Controlling popularity bias in learning-to-rank recommendation*, RecSys 2017,
/// [doi:10.1145/3109859.3109912](https://doi.org/10.1145/3109859.3109912)).
public final class Popularity {
    private static final double SHORT_HEAD = 0.8;

    private final int[] counts;
    private final int[] ranking;
    private final boolean[] head;
    private final int headSize;
    private final int users;
    private final long interactions;

    private Popularity(int[] counts, int users) {
        this.counts = counts;
        this.users = users;
        this.interactions = IntStream.of(counts).asLongStream().sum();
        this.ranking = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer item) -> -counts[item]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.head = new boolean[counts.length];
        long sum = 0;
        int size = 0;
        while (size < ranking.length && sum < SHORT_HEAD * interactions) {
            head[ranking[size]] = true;
            sum += counts[ranking[size++]];
        }
        this.headSize = size;
    }

    /// Counts the users of each item.
    ///
    /// @param training each user's training items
    /// @param items the size of the catalogue, at least that of training
    public static Popularity of(UserItems training, int items) {
        var counts = new int[items];
        int users = 0;
        for (int user = 0; user < training.users(); user++) {
            training.items(user).forEach(item -> counts[item]++);
            users += training.count(user) > 0 ? 1 : 0;
        }
        return new Popularity(counts, users);
    }

    /// The size of the catalogue.
    public int items() {
        return counts.length;
    }

    /// How many users have a training item.
    public int users() {
        return users;
    }

    /// How many pairs of user and item training has.
    public long interactions() {
        return interactions;
    }

    /// How many users have the item in training.
    public int count(int item) {
        return counts[item];
    }

    /// Whether the item belongs to the short head.
    public boolean inShortHead(int item) {
        return head[item];
    }

    /// How many items the short head has.
    public int shortHeadSize() {
        return headSize;
    }

    /// The item at a place, from 0, of the catalogue by descending count.
    public int byPopularity(int place) {
        return ranking[place];
    }

    /// `-log2(count / interactions)` in bits; an item that training lacks counts as if it occurred once.
    double information(int item) {
        return Math.log((double) interactions / Math.max(1, counts[item])) / Math.log(2);
    }
}
