package dev.sommelier.judges.calibration;

import java.util.List;

/// A pair with its signals and a human's grade.
///
/// @param topic the topic's identifier, by which folds are made
/// @param document the document's identifier
/// @param signals one finite number for each signal
/// @param position the grade's position on the scale, from 0
public record LabelledPair(String topic, String document, List<Double> signals, int position) {
    public LabelledPair {
        signals = List.copyOf(signals);
        if (!signals.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "signals must be finite, got " + signals + " for " + topic + " " + document);
        }
    }
}
