package dev.sommelier.experiments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// All answers of one contender; tables are made from these, also for a part of the users.
///
/// @param name the contender's name
/// @param kind the part it plays
/// @param parameters what it was made with
/// @param outcomes one for each user, in the order they were asked
public record ContenderRun(String name, ContenderKind kind, String parameters, List<UserOutcome> outcomes) {
    public ContenderRun {
        outcomes = List.copyOf(outcomes);
    }

    /// The same run for these users only, in their order; empty if a user was not asked.
    public Optional<ContenderRun> only(List<String> users) {
        Map<String, UserOutcome> byUser = outcomes.stream()
                .collect(Collectors.toMap(UserOutcome::user, outcome -> outcome, (a, b) -> a, LinkedHashMap::new));
        return byUser.keySet().containsAll(users)
                ? Optional.of(new ContenderRun(
                        name, kind, parameters, users.stream().map(byUser::get).toList()))
                : Optional.empty();
    }

    /// One metric's value for each user.
    ///
    /// @throws IllegalArgumentException if the metric was not measured
    public double[] values(String metric) {
        return outcomes.stream()
                .mapToDouble(outcome -> {
                    var value = outcome.metrics().get(metric);
                    if (value == null) {
                        throw new IllegalArgumentException(name + ": no metric \"" + metric + "\", measured were "
                                + outcome.metrics().keySet());
                    }
                    return value;
                })
                .toArray();
    }
}
