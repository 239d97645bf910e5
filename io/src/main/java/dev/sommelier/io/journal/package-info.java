/// Long jobs that can be killed anywhere: the outcome of every unit of work is a row, committed batch by batch, and
/// several processes of one host share the batches by leases.
///
/// Start at [Journal].
@NullMarked
package dev.sommelier.io.journal;

import org.jspecify.annotations.NullMarked;
