package dev.sommelier.evaluation.agreement;

import dev.sommelier.evaluation.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// One measure of one label set.
///
/// @param measure the measure's name
/// @param pooled over all pairs together; absent if undefined
/// @param interval of the pooled value, from resampled topics
/// @param undefinedResamples the resamples that were left out because the measure is undefined for them
/// @param meanPerTopic the mean over the topics for which it is defined
/// @param undefinedTopics the topics for which it is not
public record MeasuredAgreement(
        String measure,
        OptionalDouble pooled,
        Optional<Interval> interval,
        int undefinedResamples,
        OptionalDouble meanPerTopic,
        int undefinedTopics) {}
