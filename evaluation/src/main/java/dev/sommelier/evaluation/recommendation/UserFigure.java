package dev.sommelier.evaluation.recommendation;

import dev.sommelier.evaluation.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A metric that has a value for each user.
///
/// @param metric its name
/// @param mean over the users that have a value, with its bootstrap interval; empty where none has
/// @param perUser the values in the order of the users
/// @param undefined how many users that count have no value
public record UserFigure(String metric, Optional<Interval> mean, Map<String, Double> perUser, int undefined) {
    public UserFigure {
        perUser = Collections.unmodifiableMap(new LinkedHashMap<>(perUser));
    }
}
