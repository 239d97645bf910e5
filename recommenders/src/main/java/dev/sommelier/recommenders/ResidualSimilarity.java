package dev.sommelier.recommenders;

import java.util.ArrayList;
import java.util.List;

/// The shrunk correlations of [ItemKnnRating]; only positive ones are kept.
final class ResidualSimilarity {
    private ResidualSimilarity() {}

    static Neighbours of(List<Residuals> users, int items, double shrinkage) {
        var raters = raters(users, items);
        return Neighbours.mostSimilar(items, items, item -> row(item, raters.get(item), users, items, shrinkage));
    }

    private static double[] row(int item, List<Rater> raters, List<Residuals> users, int items, double shrinkage) {
        var products = new double[items];
        var own = new double[items];
        var others = new double[items];
        var together = new int[items];
        for (var rater : raters) {
            var user = users.get(rater.user());
            for (int n = 0; n < user.size(); n++) {
                int other = user.position(n);
                double value = user.value(n);
                products[other] += rater.value() * value;
                own[other] += rater.value() * rater.value();
                others[other] += value * value;
                together[other]++;
            }
        }
        for (int other = 0; other < items; other++) {
            if (other == item || !(products[other] > 0)) {
                products[other] = 0;
            } else {
                products[other] *=
                        together[other] / ((together[other] + shrinkage) * Math.sqrt(own[other] * others[other]));
            }
        }
        return products;
    }

    private static List<List<Rater>> raters(List<Residuals> users, int items) {
        List<List<Rater>> raters = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            raters.add(new ArrayList<>());
        }
        for (int u = 0; u < users.size(); u++) {
            var user = users.get(u);
            for (int n = 0; n < user.size(); n++) {
                raters.get(user.position(n)).add(new Rater(u, user.value(n)));
            }
        }
        return raters;
    }

    private record Rater(int user, double value) {}
}
