/// What full-ranking evaluation costs beside the scores of a factor model. Start at [FullRankingBenchmark].
@NullMarked
package dev.sommelier.benchmarks.ranking;

import org.jspecify.annotations.NullMarked;
