/// Click predictors beside rating predictors, over the same pairs. Start at [ClickEvaluation].
@NullMarked
package dev.sommelier.experiments.clicks;

import org.jspecify.annotations.NullMarked;
