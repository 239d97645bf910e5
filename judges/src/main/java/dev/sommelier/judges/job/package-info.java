/// Judging as a job in a folder: a plan that never changes (settings, topics, pairs, the texts they need), and a
/// journal
/// of what became of each pair.
///
/// [PlanFile] makes and reads the plan, [JudgingJob] runs and resumes it, [JobExport] writes the labels.
@NullMarked
package dev.sommelier.judges.job;

import org.jspecify.annotations.NullMarked;
