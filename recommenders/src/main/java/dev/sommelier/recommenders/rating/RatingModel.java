package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.RatingPredictor;
import dev.sommelier.recommenders.Described;

/// A trained predictor of ratings, which also says what a prediction rests on.
///
/// An item of the catalogue without training ratings is unknown, and so is the user of an empty history: the
/// prediction then falls back along the chain that the model's class states. An item outside the catalogue is an error.
/// A history may be anybody's: neighbour models and biases compute from it what they would have computed in training,
/// and factor models take the trained factors where user and ratings are those of the training, else fold it in.
///
/// ```java
/// var model = Svd.train(RatingMatrix.of(split.train()), SgdOptions.svd(42));
/// var profile = model.profile(history);
/// var stars = profile.predict(catalog.position("50"));
/// ```
///
/// Implementations are immutable after training and safe for use by several threads.
public interface RatingModel extends RatingPredictor, Described {
    /// The items that can be predicted.
    Catalog catalog();

    /// Takes in a history once, to predict for many items. An item rated more than once counts with its last rating.
    ///
    /// @throws IllegalArgumentException if the history names an item outside the catalogue
    /// @throws dev.sommelier.core.SommelierException if a rating is not finite
    RatingProfile profile(History history);

    /// One prediction and what it rests on.
    ///
    /// @throws IllegalArgumentException if the item or one of the history is outside the catalogue
    default RatingPrediction estimate(History history, String item) {
        int position = catalog().position(item);
        return profile(history).predict(position);
    }

    @Override
    default double predict(History history, String item) {
        return estimate(history, item).value();
    }
}
