package dev.sommelier.experiments.compare.report;

import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.compare.StageResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// The figures of a stage with one contender.
///
/// @param intervals each metric of the task that is defined, with its interval over users
/// @param tested the mean of the tested metric over users; empty where nobody could be compared
public record StageFigures(Map<String, Interval> intervals, OptionalDouble tested) {
    public StageFigures {
        intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    }

    /// Measures the only contender of a stage.
    ///
    /// @param resamples of the bootstrap
    public static StageFigures of(StageResult stage, int resamples, long seed) {
        var measured = new Measures(stage, resamples, seed).all().getFirst();
        var intervals = new LinkedHashMap<String, Interval>();
        measured.figures().forEach((metric, figure) -> figure.ifPresent(value -> intervals.put(metric, value)));
        return new StageFigures(
                intervals, measured.compared() ? OptionalDouble.of(measured.mean()) : OptionalDouble.empty());
    }
}
