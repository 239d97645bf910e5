package dev.sommelier.recommenders.topn;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Described;
import dev.sommelier.recommenders.PositiveMatrix;
import dev.sommelier.recommenders.store.CatalogStamp;
import dev.sommelier.recommenders.store.DoubleArray;
import dev.sommelier.recommenders.store.Storable;
import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;

/// A Markov chain over items: what came next after the last items of the history. The order of events matters.
///
/// In training, an event `i` followed by `j` at a distance of `d` events, `1 <= d <= window`, adds `decay^(d-1)` to
/// `c(i,j)`; repetitions count, steps from an item to itself do not. With `p(j)`, the item's share of all contacts of a
/// user with an item, and `c(i)`, the sum of `c(i,j)`, a step has the probability
/// `P(j|i) = (c(i,j) + smoothing p(j)) / (c(i) + smoothing)`; an item that nothing ever followed steps by popularity.
///
/// The score of an item is its probability after the last `window` events of the history, the `t`th last one weighted
/// by `decay^(t-1)` and the weights summing to 1. So the scores of all items sum to 1; an empty history is scored by
/// popularity, and a new history like a training user's.
///
/// Source: the first-order chain with skipping and smoothing of Shani, Heckerman and Brafman, *An MDP-Based Recommender
/// System*, JMLR 2005.
public final class ItemTransitions implements ItemScorer, Described, Storable {
    static final String KIND = "Markov";
    private static final String POPULARITY = "popularity";
    private static final String ESCAPE = "escape";

    private final Catalog catalog;
    private final TransitionOptions options;
    /// `c(i,j) / (c(i) + smoothing)`.
    private final SparseMatrix steps;
    /// For each item what it leaves to popularity.
    private final DoubleArray escape;
    private final DoubleArray popularity;

    private ItemTransitions(
            Catalog catalog,
            TransitionOptions options,
            SparseMatrix steps,
            DoubleArray escape,
            DoubleArray popularity) {
        this.catalog = catalog;
        this.options = options;
        this.steps = steps;
        this.escape = escape;
        this.popularity = popularity;
    }

    /// Counts all steps.
    public static ItemTransitions train(TrainingSet train, TransitionOptions options) {
        var catalog = train.catalog();
        int items = catalog.size();
        var sequences = train.histories().stream()
                .map(history -> sequence(catalog, history))
                .toArray(int[][]::new);
        var positives = PositiveMatrix.of(train);
        var escape = new double[items];
        Arrays.fill(escape, 1);
        var steps = SparseMatrix.build(items, items, item -> {
            var counts = new double[items];
            for (int user : positives.usersOfItem()[item]) {
                count(sequences[user], item, options, counts);
            }
            double total = Arrays.stream(counts).sum() + options.smoothing();
            if (total > 0) {
                for (int other = 0; other < items; other++) {
                    counts[other] /= total;
                }
                escape[item] = options.smoothing() / total;
            }
            return SparseMatrix.Row.of(counts);
        });
        return new ItemTransitions(catalog, options, steps, DoubleArray.of(escape), DoubleArray.of(shares(positives)));
    }

    static ItemTransitions load(StoredModel stored, Catalog catalog) {
        stored.checkSize(ESCAPE, catalog.size());
        stored.checkSize(POPULARITY, catalog.size());
        return new ItemTransitions(
                catalog,
                TransitionOptions.of(stored.parameters()),
                SparseMatrix.of(stored, catalog.size(), catalog.size()),
                stored.doubles(ESCAPE),
                stored.doubles(POPULARITY));
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String parameters() {
        return options.parameters().toString();
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public double[] score(History history) {
        int[] events = sequence(catalog, history);
        int count = Math.min(events.length, options.window());
        var last = new int[count];
        var weights = new double[count];
        double total = 0;
        for (int t = 0; t < count; t++) {
            last[t] = events[events.length - 1 - t];
            weights[t] = Math.pow(options.decay(), t);
            total += weights[t];
        }
        double rest = count == 0 ? 1 : 0;
        for (int t = 0; t < count; t++) {
            weights[t] /= total;
            rest += weights[t] * escape.get(last[t]);
        }
        var scores = popularity.toArray();
        for (int item = 0; item < scores.length; item++) {
            scores[item] *= rest;
        }
        steps.addRows(last, weights, scores);
        return scores;
    }

    @Override
    public StoredModel stored() {
        var arrays = new LinkedHashMap<String, StoredArray>();
        arrays.put(POPULARITY, popularity);
        arrays.put(ESCAPE, escape);
        arrays.putAll(steps.arrays());
        return new StoredModel(KIND, options.parameters(), CatalogStamp.of(catalog), arrays);
    }

    private static void count(int[] sequence, int item, TransitionOptions options, double[] counts) {
        for (int at = 0; at < sequence.length; at++) {
            if (sequence[at] != item) {
                continue;
            }
            double weight = 1;
            for (int next = at + 1; next < sequence.length && next - at <= options.window(); next++) {
                if (sequence[next] != item) {
                    counts[sequence[next]] += weight;
                }
                weight *= options.decay();
            }
        }
    }

    private static double[] shares(PositiveMatrix positives) {
        double contacts = Arrays.stream(positives.usersOfItem())
                .mapToInt(users -> users.length)
                .sum();
        return IntStream.range(0, positives.items())
                .mapToDouble(item -> contacts == 0 ? 0 : positives.usersOfItem()[item].length / contacts)
                .toArray();
    }

    /// The positions of a history's events, oldest first.
    private static int[] sequence(Catalog catalog, History history) {
        return history.events().stream()
                .mapToInt(event -> catalog.position(event.item()))
                .toArray();
    }
}
