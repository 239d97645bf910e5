package dev.sommelier.cli.commands;

import dev.sommelier.datasets.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The filters of data sets, applied in the order of [Filter#NAMES].
final class FilterOptions {
    /// For the footer of commands: the help sorts options by name.
    static final String ORDER =
            "Filters are applied in this order: duplicates, min-rating, implicit, min-user, min-item, k-core.";

    @Option(
            names = "--duplicates",
            paramLabel = "first|last|highest|mean",
            description = "Of a user's contacts with one item keep one.")
    Optional<String> duplicates = Optional.empty();

    @Option(names = "--min-rating", paramLabel = "R", description = "Keep ratings of at least R.")
    Optional<String> minRating = Optional.empty();

    @Option(names = "--implicit", description = "Forget the ratings: what is left is contact or none.")
    boolean implicit;

    @Option(names = "--min-user", paramLabel = "N", description = "Keep users with at least N interactions.")
    Optional<String> minUser = Optional.empty();

    @Option(names = "--min-item", paramLabel = "N", description = "Keep items with at least N interactions.")
    Optional<String> minItem = Optional.empty();

    @Option(
            names = "--k-core",
            paramLabel = "K|USERS,ITEMS",
            description = "Leave out users and items with fewer than K interactions, until all left have K.")
    Optional<String> core = Optional.empty();

    /// The filters that were asked for.
    List<Filter> filters() {
        var filters = new ArrayList<Filter>();
        duplicates.ifPresent(value -> filters.add(Filter.of("duplicates", value)));
        minRating.ifPresent(value -> filters.add(Filter.of("min-rating", value)));
        if (implicit) {
            filters.add(new Filter.Implicit());
        }
        minUser.ifPresent(value -> filters.add(Filter.of("min-user", value)));
        minItem.ifPresent(value -> filters.add(Filter.of("min-item", value)));
        core.ifPresent(value -> filters.add(Filter.of("k-core", value)));
        return List.copyOf(filters);
    }
}
