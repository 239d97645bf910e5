package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import java.util.Arrays;

/// Slope one: the user's mean plus the mean of how much better the item is rated than the user's other items.
///
/// `dev(i, j)` is the mean of `r(i) - r(j)` over the users who rated both; the prediction is the mean of the history's
/// ratings plus the mean of `dev(i, j)` over its items `j` that somebody rated together with `i`, each counting the
/// same.
///
/// Fallback: no such item [Basis#USER_MEAN]; unknown user or item [Basis#GLOBAL_MEAN]. Fold-in: every history is
/// treated alike, so a trained user's history gives the trained user's predictions. Takes 24 bytes for each pair of
/// items rated together.
///
/// Source: Lemire and Maclachlan, *Slope One Predictors for Online Rating-Based Collaborative Filtering*, SDM 2005; the
/// variant of Surprise's `SlopeOne`.
public final class SlopeOne implements RatingModel {
    private final RatingMatrix matrix;
    private final PairTable deviations;

    private SlopeOne(RatingMatrix matrix) {
        this.matrix = matrix;
        this.deviations = PairTable.build(
                matrix.catalog().size(), item -> PairTable.Row.of(deviations(matrix, item), Double.NaN));
    }

    /// Computes the deviations; on all cores.
    public static SlopeOne train(RatingMatrix matrix) {
        return new SlopeOne(matrix);
    }

    private static double[] deviations(RatingMatrix matrix, int item) {
        var raters = matrix.byItem();
        var rated = matrix.byUser();
        int[] columns = rated.columns();
        double[] values = rated.values();
        var sums = new double[matrix.catalog().size()];
        var together = new int[sums.length];
        for (int n = raters.start(item); n < raters.end(item); n++) {
            int user = raters.column(n);
            double own = raters.value(n);
            for (int m = rated.start(user); m < rated.end(user); m++) {
                together[columns[m]]++;
                sums[columns[m]] += own - values[m];
            }
        }
        Arrays.setAll(sums, other -> together[other] == 0 ? Double.NaN : sums[other] / together[other]);
        return sums;
    }

    @Override
    public String name() {
        return "Slope one";
    }

    @Override
    public String parameters() {
        return "";
    }

    @Override
    public Catalog catalog() {
        return matrix.catalog();
    }

    @Override
    public RatingProfile profile(History history) {
        var ratings = UserRatings.of(catalog(), history);
        if (ratings.size() == 0) {
            return item -> new RatingPrediction(matrix.mean(), Basis.GLOBAL_MEAN);
        }
        double mean = ratings.mean();
        var others = new boolean[catalog().size()];
        for (int n = 0; n < ratings.size(); n++) {
            others[ratings.item(n)] = true;
        }
        return item -> {
            if (!matrix.knows(item)) {
                return new RatingPrediction(matrix.mean(), Basis.GLOBAL_MEAN);
            }
            double deviation = deviations.mean(item, others);
            return Double.isNaN(deviation)
                    ? new RatingPrediction(mean, Basis.USER_MEAN)
                    : new RatingPrediction(mean + deviation, Basis.MODEL);
        };
    }
}
