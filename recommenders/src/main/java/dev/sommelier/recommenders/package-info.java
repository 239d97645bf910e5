/// Classic recommenders and rating predictors, and the numeric kernels below them.
///
/// Start reading at [dev.sommelier.recommenders.topn.Ease]: every recommender is an [dev.sommelier.core.ItemScorer]
/// that is trained from a
/// [dev.sommelier.core.TrainingSet] and serves any history by fold-in, so people who were not in training are served
/// like everybody else. [dev.sommelier.recommenders.topn.ScorerRecommender] turns a scorer into a list. Every event is
/// a positive signal whatever its
/// rating, and an item that occurs twice in a history counts once. The predictors of ratings are [GlobalMean],
/// [DampedBias] and [ItemKnnRating].
///
/// Training uses all cores; the number of threads never changes a result, because every row is computed by one thread
/// in a fixed order and sums over blocks are added in the order of the blocks.
@NullMarked
package dev.sommelier.recommenders;

import org.jspecify.annotations.NullMarked;
