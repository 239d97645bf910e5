package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Training ratings in flat arrays, by user and by item: `users x items`.
///
/// The order of rows is kept, for it decides between equally similar neighbours and is the order of gradient descent.
/// A user's second rating of an item replaces the first, which [#replaced()] counts. Immutable.
public final class RatingMatrix {
    private final Catalog catalog;
    private final List<String> users;
    private final Map<String, Integer> positions;
    private final SparseRows byUser;
    private final SparseRows byItem;
    private final int replaced;
    private final double mean;

    private RatingMatrix(Catalog catalog, Map<String, Integer> positions, RatingRows rows) {
        this.catalog = catalog;
        this.positions = positions;
        this.users = List.copyOf(positions.keySet());
        int all = rows.size();
        rows.dropReplaced(users.size(), catalog.size());
        this.replaced = all - rows.size();
        this.byUser = SparseRows.of(users.size(), rows.users(), rows.items(), rows.values());
        this.byItem = SparseRows.of(catalog.size(), rows.items(), rows.users(), rows.values());
        this.mean = rows.mean();
    }

    /// The ratings of a training set, user by user in its order, each history in its order.
    ///
    /// @throws SommelierException if there is no rating or one is not finite
    public static RatingMatrix of(TrainingSet train) {
        var positions = new LinkedHashMap<String, Integer>();
        var rows = new RatingRows(train.interactions());
        for (var history : train.histories()) {
            int user = positions.size();
            positions.put(history.user(), user);
            for (var event : history.events()) {
                rows.add(user, train.catalog().position(event.item()), event.rating());
                requireFinite(event.rating(), history.user(), event.item());
            }
        }
        return new RatingMatrix(train.catalog(), positions, requireSome(rows));
    }

    /// The rows of a data set in their order; the users in order of first appearance.
    ///
    /// @throws SommelierException if there is no row
    /// @throws IllegalArgumentException if a row names an item outside the catalogue
    public static RatingMatrix of(Catalog catalog, List<Interaction> interactions) {
        var positions = new LinkedHashMap<String, Integer>();
        var rows = new RatingRows(interactions.size());
        for (var row : interactions) {
            int next = positions.size();
            int user = positions.computeIfAbsent(row.user(), name -> next);
            rows.add(user, catalog.position(row.item()), row.rating());
        }
        return new RatingMatrix(catalog, positions, requireSome(rows));
    }

    /// This matrix, after checking that every rating lies on a scale.
    ///
    /// @throws SommelierException at the first rating outside it
    public RatingMatrix within(RatingScale scale) {
        for (int user = 0; user < users.size(); user++) {
            for (int n = byUser.start(user); n < byUser.end(user); n++) {
                double value = byUser.value(n);
                if (value < scale.low() || value > scale.high()) {
                    throw new SommelierException("user \"" + users.get(user) + "\" rates item \""
                            + catalog.item(byUser.column(n)).id() + "\" " + value + ", outside the scale " + scale.low()
                            + ".." + scale.high() + "; correct the row or state the right scale.");
                }
            }
        }
        return this;
    }

    /// The items.
    public Catalog catalog() {
        return catalog;
    }

    /// The users in order; one without ratings may be among them.
    public List<String> users() {
        return users;
    }

    /// A user's position, or empty for a user without a row here.
    public OptionalInt user(String name) {
        var position = positions.get(name);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /// A user's ratings as a history, in order of rows and without times.
    public History history(int user) {
        var events = new ArrayList<Event>();
        for (int n = byUser.start(user); n < byUser.end(user); n++) {
            events.add(new Event(catalog.item(byUser.column(n)).id(), byUser.value(n), 0));
        }
        return new History(users.get(user), events);
    }

    /// The number of ratings, each user and item counted once.
    public int ratings() {
        return byUser.values().length;
    }

    /// How many rows were replaced by a later rating of the same user and item.
    public int replaced() {
        return replaced;
    }

    /// The mean of all ratings.
    public double mean() {
        return mean;
    }

    SparseRows byUser() {
        return byUser;
    }

    SparseRows byItem() {
        return byItem;
    }

    /// Whether an item has a rating.
    boolean knows(int item) {
        return byItem.size(item) > 0;
    }

    /// The trained user whose name and ratings these are, or empty.
    OptionalInt trained(UserRatings ratings) {
        var found = user(ratings.user());
        return found.isPresent() && ratings.sameAs(byUser, found.getAsInt()) ? found : OptionalInt.empty();
    }

    static void requireFinite(double rating, String user, String item) {
        if (!Double.isFinite(rating)) {
            throw new SommelierException("user \"" + user + "\" rates item \"" + item
                    + "\" with a rating that is not finite, got " + rating + "; correct or drop the row.");
        }
    }

    private static RatingRows requireSome(RatingRows rows) {
        if (rows.size() == 0) {
            throw new SommelierException("a predictor of ratings needs at least one training rating, got none;"
                    + " choose a data set with ratings.");
        }
        return rows;
    }
}
