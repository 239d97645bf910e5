package dev.sommelier.experiments.judging;

import dev.sommelier.core.Usage;
import dev.sommelier.experiments.agreement.AgreementReport;
import dev.sommelier.io.journal.Counts;
import dev.sommelier.judges.job.ShortenedTexts;
import java.util.List;
import java.util.Optional;

/// What came out of a job.
///
/// @param counts pairs by what became of them
/// @param grades the judge's and the human's labels by grade, lowest first
/// @param compared graded pairs with a human label; the human's counts are over these
/// @param agreement as `agree` gives it; absent where no pair has a human label
/// @param disagreements the ones to read first
/// @param usage of all outcomes that count; work that a kill threw away is not in it
/// @param shortened how many texts the judge read only in part
public record JudgingReport(
        Counts counts,
        List<GradeCount> grades,
        long compared,
        Optional<AgreementReport> agreement,
        List<Disagreement> disagreements,
        Usage usage,
        ShortenedTexts shortened) {
    /// How often a grade was given.
    ///
    /// @param label by the judge, over all graded pairs
    /// @param labelCompared by the judge, over the pairs that the human graded too
    /// @param human by the human, over the same pairs
    public record GradeCount(int grade, long label, long labelCompared, long human) {}

    public JudgingReport {
        grades = List.copyOf(grades);
        disagreements = List.copyOf(disagreements);
    }
}
