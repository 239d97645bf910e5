package dev.sommelier.evaluation.recommendation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What lists are worth: figures, the policies they hold under and what was counted.
///
/// @param userFigures metrics with a value for each user, in the order asked for
/// @param aggregateFigures metrics over all lists, in the order asked for
/// @param policies what was left out, dropped or scored 0
/// @param counts how often
public record RecommendationResult(
        List<UserFigure> userFigures, List<AggregateFigure> aggregateFigures, Policies policies, Counts counts) {
    public RecommendationResult {
        userFigures = List.copyOf(userFigures);
        aggregateFigures = List.copyOf(aggregateFigures);
    }

    /// The mean or aggregate of a metric; empty where it is undefined or was not asked for.
    public OptionalDouble value(String metric) {
        return Stream.concat(
                        userFigures.stream()
                                .filter(figure -> figure.metric().equals(metric))
                                .flatMap(figure -> figure.mean().stream())
                                .map(mean -> OptionalDouble.of(mean.mean())),
                        aggregateFigures.stream()
                                .filter(figure -> figure.metric().equals(metric))
                                .map(AggregateFigure::value))
                .findFirst()
                .orElse(OptionalDouble.empty());
    }
}
