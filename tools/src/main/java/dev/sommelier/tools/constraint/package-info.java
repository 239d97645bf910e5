/// Hard constraints on items and what they cost.
///
/// Start reading at [Constraint]; [ConstraintFilter] applies several and gives one up where nothing is left.
@NullMarked
package dev.sommelier.tools.constraint;

import org.jspecify.annotations.NullMarked;
