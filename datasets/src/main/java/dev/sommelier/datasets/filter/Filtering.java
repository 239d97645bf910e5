package dev.sommelier.datasets.filter;

import dev.sommelier.datasets.table.InteractionTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What filters left of a table.
///
/// @param interactions what is left
/// @param implicit whether the ratings say no more than that there was a contact
/// @param steps what was there at first, under the name `all`, and what each filter left
public record Filtering(InteractionTable interactions, boolean implicit, List<Step> steps) {
    /// What was left after one filter.
    ///
    /// @param filter the filter's text, such as `k-core=5`
    /// @param users the users who have an interaction
    /// @param items the items that have an interaction
    /// @param interactions the interactions
    public record Step(String filter, int users, int items, int interactions) {
        static Step of(String filter, InteractionTable table) {
            return new Step(filter, table.users().size(), table.items().size(), table.size());
        }
    }

    public Filtering {
        steps = List.copyOf(steps);
    }

    /// Applies filters one after the other, in the order of the list.
    public static Filtering of(InteractionTable table, List<Filter> filters) {
        var steps = new ArrayList<>(List.of(Step.of("all", table)));
        var left = table;
        for (var filter : filters) {
            left = filter.apply(left);
            steps.add(Step.of(filter.text(), left));
        }
        return new Filtering(left, filters.stream().anyMatch(Filter.Implicit.class::isInstance), steps);
    }

    /// The filters in the order of [Filter#NAMES], which commands and experiment files use.
    public static List<Filter> inOrder(List<Filter> filters) {
        return filters.stream()
                .sorted(Comparator.comparingInt(filter -> Filter.NAMES.indexOf(filter.name())))
                .toList();
    }

    /// How provenance states filters, such as `min-rating=4 k-core=5`.
    public static String text(List<Filter> filters) {
        return filters.stream().map(Filter::text).collect(Collectors.joining(" "));
    }
}
