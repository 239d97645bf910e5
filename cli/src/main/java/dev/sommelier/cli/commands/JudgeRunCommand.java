package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.GivenPaths;
import dev.sommelier.cli.wiring.JudgeArguments;
import dev.sommelier.cli.wiring.JudgeEstimate;
import dev.sommelier.cli.wiring.JudgeInputs;
import dev.sommelier.cli.wiring.JudgeOptions;
import dev.sommelier.cli.wiring.JudgeWork;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.OpenedJob;
import dev.sommelier.core.SommelierException;
import dev.sommelier.judges.job.JudgingJob;
import dev.sommelier.judges.job.PlanFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Judges pairs of topics and documents.
@Command(
        name = "run",
        description = "Judge how relevant documents are to topics, as a job that can be killed and run again.",
        footer = {
            "",
            "Examples:",
            "  sommelier judge run --topics queries.tsv --docs passages.jsonl.gz --pairs human.qrels --out job",
            "  sommelier judge run --topics topics.txt --docs docs.xml --runs runs --depth 20 --out job",
            "",
            "The same command again, or 'judge resume DIR', goes on where it was stopped; changed settings are refused.",
            "Then: judge status DIR, judge export DIR (TREC qrels on standard output), judge retry-failed DIR."
        })
public class JudgeRunCommand extends BaseCommand {
    @Mixin
    JudgeInputs inputs;

    @Mixin
    JudgeOptions how;

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Mixin
    JudgeRunOptions running;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The job's folder.")
    Path out = Path.of("");

    @Override
    protected void run(Output output) {
        var wrong = List.of(inputs.wrong(), how.wrong(), running.wrong(calls), GivenPaths.target("--out", out)).stream()
                .filter(text -> !text.isEmpty())
                .findFirst();
        if (wrong.isPresent()) {
            throw wrongUsage(wrong.get());
        }
        work(false, JudgeArguments.of(parsed()), output);
    }

    /// @param known whether the inputs are those of the folder's plan
    final void work(boolean known, List<String> arguments, Output output) {
        new JudgeWork(inputs, how, model, calls).open(out, arguments, known, output, opened -> use(opened, output));
    }

    /// Does what the command is for.
    void use(OpenedJob opened, Output output) {
        judge(opened, opened.job().plan().size(), output);
    }

    /// Asks, notes how many pairs are wanted, and judges.
    ///
    /// @param most how many of the first pairs to judge where no --limit is given
    final void judge(OpenedJob opened, long most, Output output) {
        var job = opened.job();
        long limit = running.limit.orElse(most);
        long earlier = job.counts().wanted();
        // Asked before the wish is kept, so that a refused one can be followed by a smaller one.
        ask(opened, Math.max(limit, earlier), output);
        job.want(limit);
        if (earlier - limit >= job.batch()) {
            output.note("--limit " + limit + " is less than the " + earlier
                    + " pairs that an earlier run was started for; all of these are judged");
        }
        boolean finished = JudgeWork.run(opened.job(), opened.judge(), running.workers, output);
        if (!finished) {
            output.note("Not finished: stopped, or other processes hold batches. Go on: sommelier judge resume " + out);
        }
        JudgeStatusCommand.show(opened.job(), Optional.of(opened.cost()), output);
        tellFailed(opened.job(), output);
    }

    /// Says what to do about failed pairs; a job without any label is a failure of the command.
    private void tellFailed(JudgingJob job, Output output) {
        var counts = job.counts();
        if (counts.failed() == 0) {
            return;
        }
        boolean retry = !counts.causes().keySet().equals(Set.of(JudgingJob.MISSING_TEXT));
        var next = counts.failed() + " pairs failed " + counts.causes() + "; "
                + (retry ? "judge them again by 'sommelier judge retry-failed " + out + "', " : "")
                + "see each cause by 'sommelier judge export " + out + " --format jsonl --pending omit'";
        if (counts.done() == 0) {
            throw new SommelierException("no pair got a label: " + next);
        }
        output.note(next);
    }

    private void ask(OpenedJob opened, long wanted, Output output) {
        if (calls.replays() || !running.asks(opened.job().open(wanted).positions())) {
            return;
        }
        var estimate = estimate(opened, wanted, output);
        output.note(estimate.sentence());
        running.question(estimate).ifPresent(question -> {
            throw new SommelierException(question);
        });
    }

    /// What the rest of the first `wanted` pairs will take.
    final JudgeEstimate estimate(OpenedJob opened, long wanted, Output output) {
        output.note("Judging a few batches on trial, for an estimate");
        return JudgeEstimate.of(opened, wanted, calls);
    }

    /// Fills in what a planned job was started with.
    static JudgeRunCommand planned(Path folder, JudgeRunCommand command, JudgeRunOptions running, CallOptions calls) {
        try (var plan = PlanFile.open(folder)) {
            var line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
            var arguments = new ArrayList<>(JudgeArguments.ofPlan(plan));
            arguments.add("--out");
            arguments.add(folder.toString());
            line.parseArgs(arguments.toArray(new String[0]));
        }
        command.running = running;
        command.calls = calls;
        return command;
    }
}
