package dev.sommelier.cli.wiring;

import dev.sommelier.judges.job.JudgingJob;
import dev.sommelier.judges.relevance.RelevanceJudge;
import java.util.function.Supplier;

/// A judging job with the judge that works on it.
///
/// @param spending what this command's calls of the model cost so far
public record OpenedJob(JudgingJob job, RelevanceJudge judge, Supplier<ModelCost> spending) {
    /// What this command's calls of the model cost so far.
    public ModelCost cost() {
        return spending.get();
    }
}
