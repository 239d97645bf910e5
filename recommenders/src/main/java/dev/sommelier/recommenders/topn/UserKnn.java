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
import dev.sommelier.recommenders.store.TextArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// User-based nearest neighbours: what people with similar histories had contact with.
///
/// A history's neighbours are the training users whose sets of items are most similar to it, see [KnnOptions], equal
/// similarities in training order. The score of an item is the sum of the similarities of those neighbours who had
/// contact with it. A training user is never their own neighbour, which the user's name decides; a history under
/// another
/// name has all training users as candidates. Nothing is computed before a history is asked about, so new users are
/// served like everybody else. An empty history, and one without neighbours, scores every item 0.
///
/// Source: Herlocker, Konstan, Borchers and Riedl, *An Algorithmic Framework for Performing Collaborative Filtering*,
/// SIGIR 1999, [doi:10.1145/312624.312682](https://doi.org/10.1145/312624.312682), without ratings.
public final class UserKnn implements ItemScorer, Described, Storable {
    static final String KIND = "UserKNN";
    private static final String USERS = "users";
    private static final String IDF = "term.squares";
    private static final String SQUARES = "user.squares";
    private static final String LENGTH = "mean.length";

    private final Catalog catalog;
    private final List<String> users;
    private final Map<String, Integer> position;
    private final SparseMatrix itemsOfUser;
    private final SparseMatrix documentsOfItem;
    private final TermWeights terms;
    private final DoubleArray squares;

    private UserKnn(
            Catalog catalog, List<String> users, SparseMatrix itemsOfUser, TermWeights terms, DoubleArray squares) {
        this.catalog = catalog;
        this.users = users;
        this.itemsOfUser = itemsOfUser;
        this.terms = terms;
        this.squares = squares;
        this.position = HashMap.newHashMap(users.size());
        for (int u = 0; u < users.size(); u++) {
            position.put(users.get(u), u);
        }
        this.documentsOfItem = itemsOfUser.transposed();
    }

    /// Keeps the training users.
    public static UserKnn train(TrainingSet train, KnnOptions options) {
        var positives = PositiveMatrix.of(train);
        var items = positives.itemsOfUser();
        var terms = TermWeights.of(options, items, positives.usersOfItem());
        var squares = new double[items.length];
        for (int u = 0; u < items.length; u++) {
            squares[u] = terms.squares(items[u]);
        }
        var rows = SparseMatrix.build(items.length, positives.items(), user -> {
            var ones = new double[items[user].length];
            Arrays.fill(ones, 1);
            return new SparseMatrix.Row(items[user], ones);
        });
        return new UserKnn(
                train.catalog(),
                train.histories().stream().map(History::user).toList(),
                rows,
                terms,
                DoubleArray.of(squares));
    }

    static UserKnn load(StoredModel stored, Catalog catalog) {
        var users = stored.texts(USERS).values();
        stored.checkSize(SQUARES, users.size());
        stored.checkSize(IDF, catalog.size());
        stored.checkSize(LENGTH, 1);
        var terms = new TermWeights(
                KnnOptions.of(stored.parameters()),
                stored.doubles(IDF),
                stored.doubles(LENGTH).get(0));
        return new UserKnn(
                catalog, users, SparseMatrix.of(stored, users.size(), catalog.size()), terms, stored.doubles(SQUARES));
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String parameters() {
        return terms.options().parameters().toString();
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public double[] score(History history) {
        int[] items = PositiveMatrix.positions(catalog, history);
        var similarities = similarities(history.user(), items);
        int[] neighbours = Largest.positions(similarities, terms.options().neighbours());
        var weights = new double[neighbours.length];
        for (int n = 0; n < neighbours.length; n++) {
            weights[n] = similarities[neighbours[n]];
        }
        var scores = new double[catalog.size()];
        itemsOfUser.addRows(neighbours, weights, scores);
        return scores;
    }

    /// A training user and how similar they are, above 0.
    public record Neighbour(String user, double similarity) {}

    /// The training users whose contacts [#score] counts, most similar first, equal ones in training order; empty for
    /// an empty history.
    public List<Neighbour> neighbours(History history) {
        var similarities = similarities(history.user(), PositiveMatrix.positions(catalog, history));
        return Arrays.stream(Largest.positions(similarities, terms.options().neighbours()))
                .mapToObj(user -> new Neighbour(users.get(user), similarities[user]))
                .sorted(Comparator.comparingDouble(Neighbour::similarity).reversed())
                .toList();
    }

    /// The similarity of a history to every training user; 0 to the user of the history.
    private double[] similarities(String user, int[] items) {
        var weights = new double[items.length];
        for (int n = 0; n < items.length; n++) {
            weights[n] = terms.squares().get(items[n]);
        }
        var similarities = new double[users.size()];
        documentsOfItem.addRows(items, weights, similarities);
        double document = terms.document(items.length);
        double own = terms.squares(items);
        for (int other = 0; other < similarities.length; other++) {
            if (similarities[other] > 0) {
                double dot = document * terms.document(itemsOfUser.length(other)) * similarities[other];
                similarities[other] = terms.options()
                        .similarity()
                        .of(dot, own, squares.get(other), terms.options().shrinkage());
            }
        }
        Optional.ofNullable(position.get(user)).ifPresent(self -> similarities[self] = 0);
        return similarities;
    }

    @Override
    public StoredModel stored() {
        var arrays = new LinkedHashMap<String, StoredArray>();
        arrays.put(USERS, new TextArray(users));
        arrays.put(IDF, terms.squares());
        arrays.put(SQUARES, squares);
        arrays.put(LENGTH, DoubleArray.of(new double[] {terms.meanLength()}));
        arrays.putAll(itemsOfUser.arrays());
        return new StoredModel(KIND, terms.options().parameters(), CatalogStamp.of(catalog), arrays);
    }
}
