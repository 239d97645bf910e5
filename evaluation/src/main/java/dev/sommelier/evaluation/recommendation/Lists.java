package dev.sommelier.evaluation.recommendation;

import java.util.List;
import java.util.OptionalDouble;

/// Sums over all lists.
final class Lists {
    private Lists() {}

    /// In how many lists' first `k` each item of the catalogue is.
    static int[] counts(List<UserList> lists, int k, int items) {
        var counts = new int[items];
        lists.forEach(list -> list.items(k).forEach(item -> counts[item]++));
        return counts;
    }

    /// 0 for the short head, 1 for the long tail.
    static int group(int item, Popularity training) {
        return training.inShortHead(item) ? 0 : 1;
    }

    /// The population standard deviation of the two shares, divided by their mean.
    static OptionalDouble relativeDeviation(double[] listed, double[] possible) {
        if (possible[0] == 0 || possible[1] == 0 || listed[0] + listed[1] == 0) {
            return OptionalDouble.empty();
        }
        double head = listed[0] / possible[0];
        double tail = listed[1] / possible[1];
        return OptionalDouble.of(Math.abs(head - tail) / (head + tail));
    }
}
