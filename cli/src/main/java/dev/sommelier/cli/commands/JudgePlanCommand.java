package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.JudgeEstimate;
import dev.sommelier.judges.job.JudgingJob;
import dev.sommelier.judges.relevance.RelevanceJudge;
import picocli.CommandLine.Command;

/// Plans a job and tells what it will take.
@Command(
        name = "plan",
        description = "Plan a judging job: read and check the inputs, and estimate tokens, time and cost.",
        footer = {
            "",
            "Example:",
            "  sommelier judge plan --topics queries.tsv --docs passages.jsonl.gz --pairs human.qrels --out job"
        })
public final class JudgePlanCommand extends JudgeRunCommand {
    @Override
    void use(JudgingJob job, RelevanceJudge judge, Output output) {
        long pairs =
                Math.min(running.limit.orElse(job.plan().size()), job.plan().size());
        var estimate = JudgeEstimate.of(job, judge, pairs, running.price);
        output.result(estimate, estimate.sentence() + "\n");
    }
}
