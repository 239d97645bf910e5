package dev.sommelier.evaluation.recommendation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where one user's list meets the user's relevant items: all that accuracy metrics need.
///
/// Built in one pass over the list; every metric and cut then looks at the hits only. Immutable.
public final class JudgedList {
    private final int length;
    private final int[] ranks;
    private final double[] ratings;
    private final double[] ideal;

    private JudgedList(int length, int[] ranks, double[] ratings, double[] ideal) {
        if (ideal.length == 0) {
            throw new IllegalArgumentException(
                    "without a relevant item a ranking metric is undefined; leave the user out and count it");
        }
        this.length = length;
        this.ranks = ranks;
        this.ratings = ratings;
        this.ideal = ideal;
        Arrays.sort(ideal);
    }

    /// A list against relevant items of equal worth, rating 1.
    ///
    /// @param ranked distinct items, best first
    /// @param relevant the held-out items, at least one
    /// @throws IllegalArgumentException if nothing is relevant or a relevant item is listed twice
    public static JudgedList of(List<String> ranked, Set<String> relevant) {
        var ratings = new HashMap<String, Double>();
        relevant.forEach(item -> ratings.put(item, 1.0));
        return of(ranked, ratings);
    }

    /// A list against relevant items with their ratings.
    ///
    /// @param ranked distinct items, best first
    /// @param relevant the rating of each held-out item, at least one
    /// @throws IllegalArgumentException if nothing is relevant or a relevant item is listed twice
    public static JudgedList of(List<String> ranked, Map<String, Double> relevant) {
        var ranks = new int[ranked.size()];
        var ratings = new double[ranks.length];
        var seen = new HashSet<String>();
        int hits = 0;
        int rank = 0;
        for (var item : ranked) {
            rank++;
            var rating = relevant.get(item);
            if (rating != null) {
                if (!seen.add(item)) {
                    throw new IllegalArgumentException(
                            "items must be distinct: \"" + item + "\" appears again at rank " + rank);
                }
                ranks[hits] = rank;
                ratings[hits++] = rating;
            }
        }
        var ideal = relevant.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new JudgedList(ranked.size(), Arrays.copyOf(ranks, hits), Arrays.copyOf(ratings, hits), ideal);
    }

    /// A list of item numbers against one row of relevant ones.
    ///
    /// @param items best first; a repeated hit counts again
    static JudgedList of(int[] items, int length, UserItems relevant, int user) {
        var ranks = new int[length];
        var ratings = new double[ranks.length];
        int hits = 0;
        for (int i = 0; i < length; i++) {
            int at = relevant.find(user, items[i]);
            if (at >= 0) {
                ranks[hits] = i + 1;
                ratings[hits++] = relevant.rating(at);
            }
        }
        return new JudgedList(length, Arrays.copyOf(ranks, hits), Arrays.copyOf(ratings, hits), relevant.ratings(user));
    }

    /// The number of listed items.
    public int length() {
        return length;
    }

    /// The number of relevant items, at least 1.
    public int relevant() {
        return ideal.length;
    }

    /// How many relevant items are among the first `k`.
    public int hits(int k) {
        int hits = ranks.length;
        while (hits > 0 && ranks[hits - 1] > k) {
            hits--;
        }
        return hits;
    }

    /// The rank, from 1, of the hit with this number, from 0.
    public int rank(int hit) {
        return ranks[hit];
    }

    /// The test rating of the hit with this number, from 0.
    public double rating(int hit) {
        return ratings[hit];
    }

    /// The rating at this rank, from 1, of the best possible list.
    public double ideal(int rank) {
        return ideal[ideal.length - rank];
    }
}
