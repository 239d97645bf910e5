/// How far two scorings order the same systems alike.
///
/// Start reading at [RankCorrelation]. Scores are given in two arrays, position by position the same systems; higher is
/// better. Where a measure needs an order without ties, equal scores are ordered by position, so that systems handed
/// over
/// in the order of their names have ties broken by name.
@NullMarked
package dev.sommelier.evaluation.correlation;

import org.jspecify.annotations.NullMarked;
