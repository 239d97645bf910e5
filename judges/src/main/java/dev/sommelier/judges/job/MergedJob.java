package dev.sommelier.judges.job;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.journal.Merged;
import dev.sommelier.io.journal.Unit;
import java.nio.file.Path;
import java.util.List;

/// What became of the pairs of another folder of the same job.
///
/// @param added pairs that had no outcome here
/// @param repaired pairs that had failed here and have a grade there, which was taken
/// @param same pairs that have the same grade here, or failed in both
/// @param failedThere pairs that have a grade here and failed there
/// @param conflicting pairs that have another grade here, which stays
/// @param conflicts the first of those, such as `q1 d1 (2 here, 3 there)`
public record MergedJob(
        long added, long repaired, long same, long failedThere, long conflicting, List<String> conflicts) {
    public MergedJob {
        conflicts = List.copyOf(conflicts);
    }

    /// Journals tell other plans by a hash alone; the plan beside one says what differs.
    ///
    /// @throws SommelierException with the settings in which the other folder's plan differs
    static void requireSame(JudgingJob job, Path other) {
        try (var theirs = PlanFile.open(other)) {
            var differences = job.plan().settings().differences(theirs.settings());
            if (!differences.isEmpty()) {
                throw new SommelierException(other + " is no part of the job in " + job.folder()
                        + ", since it was planned with other settings (here -> there):\n"
                        + String.join("\n", differences) + "\nMerge only parts of one job.");
            }
        }
    }

    static MergedJob of(Merged merged) {
        return new MergedJob(
                merged.added(),
                merged.repaired(),
                merged.same(),
                merged.failedThere(),
                merged.conflicting(),
                merged.conflicts().stream().map(MergedJob::words).toList());
    }

    /// Whether two outcomes give the same grade; scores differ in their last digits between machines.
    static boolean sameGrade(Unit here, Unit there) {
        return JudgmentCodec.judgment(here) instanceof Judgment.Graded ours
                && JudgmentCodec.judgment(there) instanceof Judgment.Graded theirs
                && ours.label() == theirs.label();
    }

    private static String words(Merged.Conflict conflict) {
        var here = JudgmentCodec.judgment(conflict.here());
        return here.topic() + " " + here.document() + " (" + grade(here) + " here, "
                + grade(JudgmentCodec.judgment(conflict.there())) + " there)";
    }

    private static String grade(Judgment judgment) {
        return judgment instanceof Judgment.Graded graded ? Integer.toString(graded.label()) : "none";
    }

    /// In a sentence or two.
    public String sentence() {
        var text = new StringBuilder(added + " pairs added, " + repaired + " repaired (failed here, graded there), "
                + same + " already here with the same outcome, " + conflicting + " with another grade");
        if (failedThere > 0) {
            text.append(", ").append(failedThere).append(" graded here that failed there");
        }
        text.append('.');
        if (conflicting > 0) {
            text.append(" Grades of this job stay where the other's differ: ")
                    .append(String.join(", ", conflicts))
                    .append(conflicting > conflicts.size() ? ", ..." : "")
                    .append('.');
        }
        return text.toString();
    }
}
