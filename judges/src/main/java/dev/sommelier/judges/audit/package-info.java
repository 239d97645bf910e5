/// Tests of judges: what moves their grades that should not. Start at [Audit].
@NullMarked
package dev.sommelier.judges.audit;

import org.jspecify.annotations.NullMarked;
