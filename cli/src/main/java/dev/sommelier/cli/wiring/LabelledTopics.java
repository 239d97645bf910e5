package dev.sommelier.cli.wiring;

import dev.sommelier.core.SommelierException;
import dev.sommelier.judges.relevance.GradeScale;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/// Counts what a calibration could be fitted on, before a model is opened.
final class LabelledTopics {
    private final GradeScale scale;
    private final Set<String> topics = new HashSet<>();
    private long pairs;
    private long graded;

    LabelledTopics(GradeScale scale) {
        this.scale = scale;
    }

    void add(String topic, OptionalInt grade) {
        pairs++;
        if (grade.isPresent()) {
            graded++;
            if (scale.values().contains(grade.getAsInt())) {
                topics.add(topic);
            }
        }
    }

    /// @param where whose pairs they are
    /// @throws SommelierException if too few topics have a pair with a grade of the scale
    void require(int folds, String where) {
        if (graded == 0) {
            throw new SommelierException("a calibration needs pairs with a human grade, and none of the " + pairs
                    + " pairs of " + where + " has one; give TREC qrels to --pairs.");
        }
        if (topics.size() < folds) {
            throw new SommelierException(
                    "cross-validation in " + folds + " folds needs labelled pairs of as many topics,"
                            + " and " + topics.size() + " of " + where + " have a grade of scale " + scale.name() + " "
                            + scale.values() + "; give more labelled topics, another --scale, or fewer --folds.");
        }
    }
}
