package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.RatingScale;
import java.util.List;

/// The raw predictions for the test rows of one fold.
///
/// @param fold from 0
/// @param model the name of the model that was trained on the other folds
/// @param parameters as the model tells them
/// @param test the rows of the fold in their order
/// @param predictions one for each of them
public record FoldPredictions(
        int fold, String model, String parameters, List<Interaction> test, List<RatingPrediction> predictions) {
    public FoldPredictions {
        test = List.copyOf(test);
        predictions = List.copyOf(predictions);
        if (test.size() != predictions.size()) {
            throw new IllegalArgumentException(
                    "every test row needs one prediction, got " + test.size() + " and " + predictions.size());
        }
    }

    /// The ratings of the test rows.
    public double[] truth() {
        return test.stream().mapToDouble(Interaction::rating).toArray();
    }

    /// The raw predictions.
    public double[] raw() {
        return predictions.stream().mapToDouble(RatingPrediction::value).toArray();
    }

    /// The predictions moved onto a scale, as Surprise reports them.
    public double[] clipped(RatingScale scale) {
        return predictions.stream()
                .mapToDouble(prediction -> scale.clip(prediction.value()))
                .toArray();
    }

    /// How many predictions rest on this.
    public long count(Basis basis) {
        return predictions.stream()
                .filter(prediction -> prediction.basis() == basis)
                .count();
    }
}
