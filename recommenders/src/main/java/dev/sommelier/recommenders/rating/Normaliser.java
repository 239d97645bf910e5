package dev.sommelier.recommenders.rating;

import dev.sommelier.recommenders.rating.RatingKnnOptions.Side;
import java.util.Arrays;

/// Takes centres and scales away from ratings: `(r - user centre - item centre) / (user scale * item scale)`.
final class Normaliser {
    private final SparseRows byUser;
    private final SparseRows byItem;
    private final double[] itemCentre;
    private final double[] itemScale;
    private final Folding folding;

    private Normaliser(
            RatingMatrix matrix,
            double[] userCentre,
            double[] userScale,
            double[] itemCentre,
            double[] itemScale,
            Folding folding) {
        this.itemCentre = itemCentre;
        this.itemScale = itemScale;
        this.folding = folding;
        this.byUser =
                matrix.byUser().map((u, i, r) -> (r - (itemCentre[i] + userCentre[u])) / (userScale[u] * itemScale[i]));
        this.byItem =
                matrix.byItem().map((i, u, r) -> (r - (itemCentre[i] + userCentre[u])) / (userScale[u] * itemScale[i]));
    }

    /// Ratings as they are.
    static Normaliser none(RatingMatrix matrix) {
        int users = matrix.users().size();
        int items = matrix.catalog().size();
        return new Normaliser(
                matrix, new double[users], ones(users), new double[items], ones(items), ratings -> new User(0, 1));
    }

    /// Ratings minus a side's means, divided by its standard deviations where wanted.
    static Normaliser means(RatingMatrix matrix, Side side, boolean deviations) {
        int users = matrix.users().size();
        int items = matrix.catalog().size();
        var rows = side == Side.USER ? matrix.byUser() : matrix.byItem();
        double overall = deviations ? overallDeviation(matrix) : 1;
        var centres = new double[rows.rows()];
        Arrays.setAll(centres, rows::mean);
        var scales = new double[rows.rows()];
        Arrays.setAll(scales, row -> deviations ? orElse(rows.deviation(row), overall) : 1);
        return side == Side.ITEM
                ? new Normaliser(matrix, new double[users], ones(users), centres, scales, ratings -> new User(0, 1))
                : new Normaliser(
                        matrix,
                        centres,
                        scales,
                        new double[items],
                        ones(items),
                        ratings -> new User(ratings.mean(), deviations ? orElse(ratings.deviation(), overall) : 1));
    }

    /// Ratings minus the baseline of user and item.
    static Normaliser baseline(RatingMatrix matrix, Baseline baseline) {
        var userCentre = new double[matrix.users().size()];
        var itemCentre = new double[matrix.catalog().size()];
        Arrays.setAll(userCentre, baseline::userBias);
        Arrays.setAll(itemCentre, baseline::withoutUser);
        return new Normaliser(
                matrix,
                userCentre,
                ones(userCentre.length),
                itemCentre,
                ones(itemCentre.length),
                ratings -> new User(baseline.userBias(ratings), 1));
    }

    /// The normalised training ratings, `users x items`.
    SparseRows byUser() {
        return byUser;
    }

    /// The same, `items x users`.
    SparseRows byItem() {
        return byItem;
    }

    /// The centre and scale of a history, which is not empty.
    User user(UserRatings ratings) {
        return folding.fold(ratings);
    }

    double normal(User user, int item, double rating) {
        return (rating - (itemCentre[item] + user.centre())) / (user.scale() * itemScale[item]);
    }

    /// The rating that a normalised value stands for.
    double rating(User user, int item, double normal) {
        return itemCentre[item] + user.centre() + user.scale() * itemScale[item] * normal;
    }

    private static double overallDeviation(RatingMatrix matrix) {
        double sum = 0;
        for (double value : matrix.byUser().values()) {
            sum += (value - matrix.mean()) * (value - matrix.mean());
        }
        return orElse(Math.sqrt(sum / matrix.ratings()), 1);
    }

    private static double orElse(double deviation, double other) {
        return deviation == 0 ? other : deviation;
    }

    private static double[] ones(int size) {
        var ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// What is taken away from one history's ratings.
    record User(double centre, double scale) {}

    @FunctionalInterface
    private interface Folding {
        User fold(UserRatings ratings);
    }
}
