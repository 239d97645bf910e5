package dev.sommelier.experiments.report;

import dev.sommelier.evaluation.ClaimCheck;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.DifferenceTable;
import dev.sommelier.experiments.RankingTable;
import dev.sommelier.experiments.RatingTable;
import dev.sommelier.experiments.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What the tables say, in a few sentences, never more than the intervals allow.
final class Findings {
    private Findings() {}

    static List<String> of(Report report) {
        var sentences = new ArrayList<String>();
        report.ranking().ifPresent(table -> ranking(table, sentences));
        var ndcg = report.ranking().map(table -> "nDCG@" + table.k()).orElse("");
        report.differences().stream()
                .filter(table -> table.metric().equals(ndcg))
                .findFirst()
                .ifPresent(table -> difference(table, sentences));
        report.ratings().ifPresent(table -> ratings(table, sentences));
        return List.copyOf(sentences);
    }

    private static void ranking(RankingTable table, List<String> sentences) {
        var ndcg = "nDCG@" + table.k();
        table.rows().stream()
                .max(Comparator.comparingDouble(row -> row.metric(ndcg).mean()))
                .ifPresent(best -> sentences.add("Over " + table.users() + " users and the full catalogue of "
                        + Figures.count(table.catalogSize()) + " items, " + best.name() + " has the highest " + ndcg
                        + ", " + Figures.interval(best.metric(ndcg)) + "."));
        table.rows().stream()
                .filter(row -> row.kind() == ContenderKind.AGENT)
                .forEach(row -> sentences.add(row.name() + " reaches " + Figures.interval(row.metric(ndcg)) + " in "
                        + Figures.seconds(row.cost().secondsPerAnswer())
                        + " a user; its own work, everything but language model calls, takes "
                        + Figures.percent(row.cost().ownShare()) + " of that."));
    }

    private static void difference(DifferenceTable table, List<String> sentences) {
        if (table.users() < ClaimCheck.FEWEST_USERS) {
            long clear = table.rows().stream()
                    .filter(row -> !row.difference().contains(0))
                    .count();
            sentences.add("With " + table.users() + " users no difference to " + table.reference()
                    + " is called decided; " + clear + " of " + table.rows().size() + " intervals leave out 0.");
            return;
        }
        sentences.add("Against " + table.reference() + ", user by user, "
                + group(table, Verdict.AHEAD, "ahead") + "; " + group(table, Verdict.BEHIND, "behind") + "; "
                + group(table, Verdict.UNDECIDED, "undecided") + ".");
    }

    private static String group(DifferenceTable table, Verdict verdict, String word) {
        var names = table.rows().stream()
                .filter(row -> row.verdict() == verdict)
                .map(DifferenceTable.Row::name)
                .collect(Collectors.joining(", "));
        return word + ": " + (names.isEmpty() ? "none" : names);
    }

    private static void ratings(RatingTable table, List<String> sentences) {
        table.rows().stream()
                .filter(row -> row.rmse().isPresent())
                .min(Comparator.comparingDouble(
                        row -> row.rmse().map(Interval::mean).orElseThrow()))
                .ifPresent(best -> sentences.add("Of the rating predictors, " + best.name() + " has the lowest RMSE, "
                        + best.rmse().map(Figures::interval).orElseThrow() + ", over " + table.compared()
                        + " pairs."));
    }
}
