/// Predictors of clicks on ids and attributes, trained on contacts against sampled items without contact.
///
/// Start at [FactorizationMachine]; without factors it is a logistic regression.
@NullMarked
package dev.sommelier.recommenders.click;

import org.jspecify.annotations.NullMarked;
