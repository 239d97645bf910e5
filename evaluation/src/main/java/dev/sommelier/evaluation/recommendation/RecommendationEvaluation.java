package dev.sommelier.evaluation.recommendation;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.Bootstrap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Measures lists of recommendations against held-out interactions.
///
/// ```java
/// var evaluation = RecommendationEvaluation.of(train, test, Policies.usual());
/// var metrics = MetricNames.parse(List.of("nDCG", "MAP(elliot)", "Gini"), List.of(10, 50));
/// var result = evaluation.evaluate(lists, metrics, 7);
/// ```
///
/// The users are those of the test data in their order, then others with a list. Items are numbered in the order of
/// training, which is catalogue order here. Immutable; safe for many threads.
public final class RecommendationEvaluation {
    private final Numbering users;
    private final Numbering items;
    private final int knownItems;
    private final List<Interaction> train;
    private final List<Interaction> test;
    private final Policies policies;
    private final Map<String, List<String>> attributes;
    private final Map<String, List<Double>> vectors;

    private RecommendationEvaluation(
            List<Interaction> train,
            List<Interaction> test,
            Policies policies,
            Map<String, List<String>> attributes,
            Map<String, List<Double>> vectors) {
        this.train = List.copyOf(train);
        this.test = List.copyOf(test);
        this.policies = policies;
        this.attributes = attributes;
        this.vectors = vectors;
        this.users = new Numbering();
        this.items = new Numbering();
        test.forEach(row -> users.number(row.user()));
        train.forEach(row -> items.number(row.item()));
        this.knownItems = items.size();
        test.forEach(row -> items.number(row.item()));
    }

    /// @param train what the models were trained on; it gives popularity, seen items and the catalogue
    /// @param test the held-out interactions; of equal pairs the highest rating counts
    public static RecommendationEvaluation of(List<Interaction> train, List<Interaction> test, Policies policies) {
        return new RecommendationEvaluation(train, test, policies, Map.of(), Map.of());
    }

    /// The same with attribute values such as genres, for [AttributeMetric].
    ///
    /// @param attributes the values of each item
    public RecommendationEvaluation withAttributes(Map<String, List<String>> attributes) {
        return new RecommendationEvaluation(train, test, policies, new LinkedHashMap<>(attributes), Map.of());
    }

    /// The same with a vector for each item, for [IntraListDiversity].
    ///
    /// @param vectors of equal length
    public RecommendationEvaluation withVectors(Map<String, List<Double>> vectors) {
        if (vectors.values().stream().mapToInt(List::size).distinct().count() > 1) {
            throw new IllegalArgumentException("the items' vectors must have equal lengths");
        }
        return new RecommendationEvaluation(train, test, policies, Map.of(), new LinkedHashMap<>(vectors));
    }

    /// Measures lists.
    ///
    /// @param lists each user's items, best first
    /// @param seed of the bootstrap intervals
    /// @throws SommelierException if an item is listed twice for a user where that is refused, or a metric lacks
    /// attributes
    public RecommendationResult evaluate(
            Map<String, List<String>> lists, List<? extends RecommendationMetric> metrics, long seed) {
        var prepared = new PreparedLists(this, lists);
        var training = prepared.popularity();
        var features = vectors.isEmpty()
                ? ItemFeatures.ofAttributes(
                        attributes, prepared.items()::find, prepared.items().size())
                : ItemFeatures.ofVectors(
                        vectors, prepared.items()::find, prepared.items().size());
        var userFigures = new ArrayList<UserFigure>();
        var aggregates = new ArrayList<AggregateFigure>();
        for (var metric : metrics) {
            switch (metric) {
                case AccuracyMetric accuracy ->
                    userFigures.add(figure(
                            accuracy,
                            prepared,
                            list -> OptionalDouble.of(
                                    list.judged().map(accuracy::of).orElse(0.0)),
                            seed));
                case PopularityMetric popularity ->
                    userFigures.add(figure(popularity, prepared, list -> popularity.of(list, training), seed));
                case AttributeMetric attribute -> {
                    requireFeatures(attribute);
                    userFigures.add(figure(attribute, prepared, list -> attribute.of(list, features), seed));
                }
                case AggregateMetric aggregate ->
                    aggregates.add(new AggregateFigure(aggregate.name(), aggregate.of(prepared.lists(), training)));
            }
        }
        return new RecommendationResult(userFigures, aggregates, policies, prepared.counts());
    }

    private interface PerUser {
        OptionalDouble of(UserList list);
    }

    private static UserFigure figure(RecommendationMetric metric, PreparedLists prepared, PerUser perUser, long seed) {
        var values = new LinkedHashMap<String, Double>();
        int undefined = 0;
        for (int i = 0; i < prepared.lists().size(); i++) {
            var value = perUser.of(prepared.lists().get(i));
            if (value.isPresent()) {
                values.put(prepared.user(i), value.getAsDouble());
            } else {
                undefined++;
            }
        }
        var numbers = values.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new UserFigure(
                metric.name(),
                numbers.length == 0 ? Optional.empty() : Optional.of(Bootstrap.mean(numbers, seed)),
                values,
                undefined);
    }

    private void requireFeatures(AttributeMetric metric) {
        boolean given =
                switch (metric) {
                    case Calibration calibration -> !attributes.isEmpty();
                    case IntraListDiversity diversity -> !attributes.isEmpty() || !vectors.isEmpty();
                };
        if (!given) {
            throw new SommelierException(
                    metric.name() + " needs the items' attributes, got none; give a file of them, or leave it out");
        }
    }

    Numbering users() {
        return users;
    }

    Numbering items() {
        return items;
    }

    int knownItems() {
        return knownItems;
    }

    List<Interaction> train() {
        return train;
    }

    List<Interaction> test() {
        return test;
    }

    Policies policies() {
        return policies;
    }
}
