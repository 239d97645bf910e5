package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.JudgeAudit;
import dev.sommelier.cli.wiring.JudgeInputs;
import dev.sommelier.cli.wiring.JudgeOptions;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.experiments.judging.AuditRendering;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tests what moves a judge's grades that should not.
@Command(
        name = "audit",
        description = "Test a judge: how often length, position, query words in irrelevant texts, hidden instructions,"
                + " odd characters or another wording of the prompt move its grades.",
        footer = {
            "",
            "Example:",
            "  sommelier judge audit --topics queries.tsv --docs passages.jsonl.gz --pairs human.qrels --method grade"
        })
public final class JudgeAuditCommand extends BaseCommand {
    @Mixin
    JudgeInputs inputs;

    @Mixin
    JudgeOptions how;

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Mixin
    ReportOptions reports;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "50",
            description = "Pairs to test with, drawn by --judge-seed, the topics in turn (default: ${DEFAULT-VALUE}).")
    int sample;

    @Override
    protected void run(Output output) {
        var wrong = List.of(inputs.wrong(), how.wrong()).stream()
                .filter(text -> !text.isEmpty())
                .findFirst();
        if (wrong.isPresent()) {
            throw wrongUsage(wrong.get());
        }
        if (sample < 2) {
            throw wrongUsage("--sample must be at least 2, got " + sample);
        }
        var result = new JudgeAudit(inputs, how, sample).run(model, calls, output);
        reports.write(AuditRendering.of(result.audit()), result.provenance(), output);
        output.result(
                result, AuditRendering.text(result.audit()) + result.cost().text());
    }
}
