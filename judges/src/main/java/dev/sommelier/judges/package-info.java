/// Language models as judges. Today: ratings, read from the probabilities of the stars' labels.
///
/// Start reading at [LlmRatingPredictor]; [LinearStack] puts its opinion beside those of classic predictors.
@NullMarked
package dev.sommelier.judges;

import org.jspecify.annotations.NullMarked;
