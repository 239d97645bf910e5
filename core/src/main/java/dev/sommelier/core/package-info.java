/// The vocabulary of Sommelier and the small interfaces that everything comparable implements.
///
/// Start reading at [Recommender], [ItemScorer] and [RatingPredictor]: a popularity list, a matrix factorisation, a
/// pointwise LLM and an LLM agent are all one of these, so evaluation and reports know nothing else. A user is a
/// [History], never only a row number, so that people who were not in training can be served by every model.
@NullMarked
package dev.sommelier.core;

import org.jspecify.annotations.NullMarked;
