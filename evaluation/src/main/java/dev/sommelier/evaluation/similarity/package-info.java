/// How alike two vectors or two sets are, as content-based and neighbourhood recommenders measure it.
///
/// Start reading at [Similarity] and [SetSimilarity].
@NullMarked
package dev.sommelier.evaluation.similarity;

import org.jspecify.annotations.NullMarked;
