/// What came out of a judging job, as a report. Start at [JudgingStudy].
@NullMarked
package dev.sommelier.experiments.judging;

import org.jspecify.annotations.NullMarked;
