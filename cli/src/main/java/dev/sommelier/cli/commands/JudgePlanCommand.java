package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.JudgeEstimate;
import dev.sommelier.cli.wiring.OpenedJob;
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
    void use(OpenedJob opened, Output output) {
        long planned = opened.job().plan().size();
        var estimate = JudgeEstimate.of(opened, Math.min(running.limit.orElse(planned), planned), calls);
        output.result(estimate, estimate.sentence() + "\n");
    }
}
