/// Predictors of ratings: means, biases, nearest neighbours, slope one and factor models.
///
/// Start reading at [RatingModel]: every model is trained from a [RatingMatrix] and predicts for any
/// [dev.sommelier.core.History], also one that was not in training (fold-in). Predictions are raw; [ClippedPredictor]
/// moves them onto a scale and says so. What a model cannot predict falls back along a chain that its class states, and
/// each [RatingPrediction] tells its [Basis]. [CrossValidation] gives the predictions of every fold.
///
/// Neighbour models use all cores, one row on one thread in a fixed order; gradient descent walks the ratings one by
/// one, the users in the matrix's order and each user's ratings in the order of rows. So neither the number of threads
/// nor anything else but the seed changes a prediction.
@NullMarked
package dev.sommelier.recommenders.rating;

import org.jspecify.annotations.NullMarked;
