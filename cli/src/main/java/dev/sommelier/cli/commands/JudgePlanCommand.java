package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.OpenedJob;
import picocli.CommandLine.Command;

/// Plans a job and tells what it will take.
@Command(
        name = "plan",
        description =
                "Plan a judging job: read and check the inputs, and estimate tokens, time and cost of what is left"
                        + " by judging a few whole batches on trial, which are not kept.",
        footer = {
            "",
            "Example:",
            "  sommelier judge plan --topics queries.tsv --docs passages.jsonl.gz --pairs human.qrels --out job"
        })
public final class JudgePlanCommand extends JudgeRunCommand {
    @Override
    void use(OpenedJob opened, Output output) {
        long wanted = running.limit.orElse(opened.job().plan().size());
        var estimate = estimate(opened, wanted, output);
        output.result(estimate, estimate.sentence() + "\n");
    }
}
