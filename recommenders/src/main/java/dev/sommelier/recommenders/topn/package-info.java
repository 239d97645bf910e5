/// Recommenders of lists that are not factor models: counts, neighbours, random walks, linear item models, sequences,
/// content, and their mixture.
///
/// Start reading at [ItemItemModel], what [Ease], [Slim], [ItemKnn], [TextKnn] and [RandomWalk] train, then [UserKnn],
/// [ItemTransitions], [ContentBased], [TextMap] and [Hybrid]. [ScorerRecommender] turns a scorer into a list,
/// [TopNModels] loads any of them from a file. Every event is a positive signal whatever its rating, and an item that
/// occurs twice in a
/// history counts once; where the order or the time of events matters, the model says so.
///
/// Training uses all cores of the common pool; the number of threads never changes a result, because every row is
/// computed by one thread in a fixed order.
@NullMarked
package dev.sommelier.recommenders.topn;

import org.jspecify.annotations.NullMarked;
