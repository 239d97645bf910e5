/// Classic recommenders and rating predictors, and what they share: sparse rows, small solvers, a common way to tell
/// parameters.
///
/// Start reading at the packages: `topn` scores items, `factor` learns them by factors, `rating` predicts ratings,
/// `store` keeps models in files.
@NullMarked
package dev.sommelier.recommenders;

import org.jspecify.annotations.NullMarked;
