/// Dense symmetric matrices in double precision: the inverse behind closed-form models and small linear systems.
///
/// Start reading at [dev.sommelier.recommenders.dense.SymmetricInverse].
@NullMarked
package dev.sommelier.recommenders.dense;

import org.jspecify.annotations.NullMarked;
