package dev.sommelier.experiments.report;

import dev.sommelier.experiments.RankingTable;
import java.util.LinkedHashMap;
import java.util.Map;

/// Says how the figures came about, so that they can be compared with those of other tools.
final class Method {
    /// What the charts' colours and marks mean.
    static final String KEY = "<ul class=\"key\">"
            + key("<rect width=\"10\" height=\"10\" fill=\"var(--stone)\"/>", "classic")
            + key("<rect width=\"10\" height=\"10\" fill=\"var(--wine)\"/>", "agent")
            + key("<rect width=\"10\" height=\"10\" fill=\"var(--wine-soft)\"/>", "control: its loop without the model")
            + key("<path d=\"M0 5h10M1 2v6M9 2v6\" stroke=\"var(--ink)\" fill=\"none\"/>", "95 % interval")
            + key(
                    "<path d=\"M5 0.7L9.3 5 5 9.3 0.7 5z\" stroke=\"var(--ink)\" fill=\"var(--paper)\"/>",
                    "the same over all test users")
            + "</ul>\n";

    private Method() {}

    private static String key(String shape, String meaning) {
        return "<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\">" + shape + "</svg>" + meaning + "</li>";
    }

    static String html(Report report) {
        Map<String, String> terms = new LinkedHashMap<>();
        report.ranking().or(report::classics).ifPresent(table -> ranking(table, terms));
        report.ratings().ifPresent(table -> {
            terms.put(
                    "Ratings",
                    "Predictions are clipped to the scale. A pair that somebody could not judge is counted as failed "
                            + "and leaves the comparison for everybody; it never becomes a number.");
            terms.put(
                    "AUC",
                    "The chance that a pair rated " + TextReport.plain(table.liked())
                            + " or more is predicted above one rated less; ties count half. .5 is chance.");
        });
        terms.put(
                "Intervals",
                "95 % percentile bootstrap over users (over pairs for ratings), seeded: the same seed gives the same "
                        + "interval. They hold the luck of which users were drawn, not that of training.");
        var html = new StringBuilder("<dl>\n");
        terms.forEach((term, words) -> html.append("<dt>")
                .append(Html.escape(term))
                .append("</dt><dd>")
                .append(Html.escape(words))
                .append("</dd>\n"));
        return html.append("</dl>\n").toString();
    }

    private static void ranking(RankingTable table, Map<String, String> terms) {
        int k = table.k();
        terms.put(
                "Candidates",
                "All " + Figures.count(table.catalogSize())
                        + " items but those the user has seen. No negatives are sampled.");
        terms.put("HR@" + k, "The share of users whose held-out item is in their list.");
        terms.put("nDCG@" + k, "1 / log2(rank + 1) of the held-out item, 0 outside the list; the ideal is 1.");
        terms.put(
                "Recall@" + k,
                "Held-out items found over held-out items; with one item a user it equals HR@" + k + ".");
        terms.put("MRR@" + k, "1 / rank of the held-out item, 0 outside the list.");
        terms.put("Coverage", "Distinct items over all lists, as a share of the catalogue; grows with the users.");
        terms.put(
                "Failed users",
                "A run that fails, or hands back an item that does not exist or was seen, is a miss with all metrics "
                        + "0. Nobody is left out.");
    }
}
