package dev.sommelier.cli.commands;

import dev.sommelier.cli.wiring.RecommendationEvalJob;
import dev.sommelier.datasets.format.UserItemFiles.Order;
import dev.sommelier.evaluation.recommendation.Policies;
import dev.sommelier.evaluation.recommendation.Policies.EmptyLists;
import dev.sommelier.evaluation.recommendation.Policies.ListedItems;
import dev.sommelier.evaluation.recommendation.Policies.RepeatedItems;
import dev.sommelier.evaluation.recommendation.Policies.UsersWithoutTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The options of `sommelier eval` that are for lists of recommendations.
final class RecommendationEvalOptions {
    @Option(
            names = "--train",
            paramLabel = "FILE",
            description = "The training interactions: user, item and rating, with column names or without.")
    Optional<Path> train = Optional.empty();

    @Option(names = "--test", paramLabel = "FILE", description = "The held-out interactions, in the same form.")
    Optional<Path> test = Optional.empty();

    @Option(
            names = "-k",
            paramLabel = "N",
            split = ",",
            defaultValue = "10",
            description = "Cuts for metrics without one (default: ${DEFAULT-VALUE}).")
    List<Integer> cuts = List.of();

    @Option(
            names = "--attributes",
            paramLabel = "FILE",
            description = "The items' attributes, for ILD and Calibration: with column names, values separated by |.")
    Optional<Path> attributes = Optional.empty();

    @Option(
            names = "--attribute",
            paramLabel = "COLUMN",
            description = "The column of that file (default: genres or the like, else the last).")
    Optional<String> attribute = Optional.empty();

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "AUTO",
            description = "How lists are ordered: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Order order = Order.AUTO;

    @Option(names = "--per-user", description = "Print each user, too.")
    boolean perUser;

    @Option(
            names = "--users-without-test",
            paramLabel = "POLICY",
            defaultValue = "LEFT_OUT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    UsersWithoutTest usersWithoutTest = UsersWithoutTest.LEFT_OUT;

    @Option(
            names = "--empty-lists",
            paramLabel = "POLICY",
            defaultValue = "ZERO",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    EmptyLists emptyLists = EmptyLists.ZERO;

    @Option(
            names = "--unknown-items",
            paramLabel = "POLICY",
            defaultValue = "DROPPED",
            description = "Items that training lacks: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    ListedItems unknownItems = ListedItems.DROPPED;

    @Option(
            names = "--seen-items",
            paramLabel = "POLICY",
            defaultValue = "DROPPED",
            description = "Items that the user has in training: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    ListedItems seenItems = ListedItems.DROPPED;

    @Option(
            names = "--repeated-items",
            paramLabel = "POLICY",
            defaultValue = "REFUSED",
            description = "Items listed more than once: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    RepeatedItems repeatedItems = RepeatedItems.REFUSED;

    @Option(
            names = "--relevant-from",
            paramLabel = "RATING",
            description = "The lowest relevant test rating (default: every test item is relevant).")
    Optional<Double> relevantFrom = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "The seed of the intervals (default: ${DEFAULT-VALUE}).")
    long seed;

    /// Whether lists of recommendations are to be evaluated rather than TREC runs.
    boolean given() {
        return train.isPresent() || test.isPresent();
    }

    /// What is wrong with the options together; empty where nothing is.
    Optional<String> complaint() {
        if (train.isPresent() != test.isPresent()) {
            return Optional.of("give both --train FILE and --test FILE, got only one of them");
        }
        return cuts.stream().filter(k -> k < 1).findFirst().map(k -> "-k must be at least 1, got " + k);
    }

    /// The files that were given here.
    List<Path> inputs() {
        return Stream.of(train, test, attributes).flatMap(Optional::stream).toList();
    }

    /// The job, once [#complaint()] is empty.
    RecommendationEvalJob job(List<Path> lists, List<String> metrics) {
        var policies = new Policies(
                usersWithoutTest,
                emptyLists,
                unknownItems,
                seenItems,
                repeatedItems,
                relevantFrom.orElse(Double.NEGATIVE_INFINITY));
        return new RecommendationEvalJob(
                train.orElseThrow(),
                test.orElseThrow(),
                lists,
                metrics,
                cuts,
                attributes,
                attribute,
                order,
                policies,
                seed);
    }
}
