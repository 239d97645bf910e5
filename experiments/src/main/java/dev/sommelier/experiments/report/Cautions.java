package dev.sommelier.experiments.report;

import dev.sommelier.evaluation.ClaimCheck;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.RankingRow;
import dev.sommelier.experiments.RankingTable;
import dev.sommelier.experiments.RatingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says in words what a reader must know before believing the figures.
public final class Cautions {
    /// A half width that tells good recommenders apart, and one that does not.
    private static final double USEFUL = .02;

    private static final double WIDE = .03;

    /// Fewer users than this do not even tell how wide intervals would be.
    private static final int USERS_FOR_A_FORECAST = 10;

    /// Fewer validation pairs than this make the weights of a stack a matter of luck.
    private static final int PAIRS_FOR_A_STACK = 50;

    private Cautions() {}

    /// The warnings about a ranking and a rating table; empty when there is nothing to warn of.
    public static List<String> of(Optional<RankingTable> ranking, Optional<RatingTable> ratings) {
        var warnings = new ArrayList<String>();
        ranking.ifPresent(table -> ranking(table, warnings));
        ratings.ifPresent(table -> ratings(table, warnings));
        return List.copyOf(warnings);
    }

    private static void ranking(RankingTable table, List<String> warnings) {
        var ndcg = "nDCG@" + table.k();
        sampleSize(table, ndcg).ifPresent(warnings::add);
        var hitless = table.rows().stream()
                .filter(row -> row.metric("HR@" + table.k()).mean() == 0 && row.failed() < table.users())
                .map(RankingRow::name)
                .toList();
        if (!hitless.isEmpty()) {
            warnings.add("No hit at all for " + words(hitless) + ": the interval [.0000, .0000] only says that the "
                    + "sample holds none. With " + table.users() + " users, true hit rates up to about "
                    + Figures.three(Math.min(1, 3.0 / table.users())) + " fit that.");
        }
        for (var row : table.rows()) {
            if (row.failed() > 0) {
                warnings.add(row.name() + " failed for " + row.failed() + " of " + table.users()
                        + " users; they count as misses (" + causes(row.failures()) + ").");
            }
        }
    }

    private static Optional<String> sampleSize(RankingTable table, String ndcg) {
        // An interval of width 0 comes from a contender without a hit and says nothing of how wide others would be.
        double halfWidth = table.rows().stream()
                .map(row -> row.metric(ndcg))
                .mapToDouble(Cautions::halfWidth)
                .filter(width -> width > 0)
                .average()
                .orElse(0);
        var sentences = new ArrayList<String>();
        if (table.users() < ClaimCheck.FEWEST_USERS) {
            sentences.add(table.users() + (table.users() == 1 ? " user is" : " users are")
                    + " too few to tell contenders apart, so no difference is called decided.");
        }
        if (halfWidth > WIDE && table.users() >= USERS_FOR_A_FORECAST) {
            // Half widths shrink with the square root of the number of users.
            double users = table.users() * Math.pow(halfWidth / USEFUL, 2);
            sentences.add("The intervals of " + ndcg + " reach ±" + Figures.three(halfWidth)
                    + " on average; narrowing them to ±" + Figures.three(USEFUL) + " would take about "
                    + Figures.count(Math.round(users)) + " users.");
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private static double halfWidth(Interval interval) {
        return (interval.high() - interval.low()) / 2;
    }

    private static void ratings(RatingTable table, List<String> warnings) {
        if (table.compared() < ClaimCheck.FEWEST_USERS) {
            warnings.add(table.compared() + " rating pairs are too few to tell predictors apart.");
        }
        if (table.validationPairs() > 0 && table.validationPairs() < PAIRS_FOR_A_STACK) {
            warnings.add("Stacks were fitted on only " + table.validationPairs()
                    + " validation pairs; their weights would change with others.");
        }
        for (var row : table.rows()) {
            if (row.failed() > 0) {
                warnings.add(row.name() + " could not judge " + row.failed() + " of " + table.pairs()
                        + " rating pairs (" + causes(row.failures()) + "); "
                        + (row.rmse().isPresent() ? "they leave the comparison for everybody." : "it has no figures."));
            }
        }
    }

    static String causes(Map<String, Integer> causes) {
        return causes.entrySet().stream()
                .map(cause -> cause.getValue() + " × " + stripEnd(cause.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String stripEnd(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String words(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
