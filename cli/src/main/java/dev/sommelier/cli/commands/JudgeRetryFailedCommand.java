package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.OpenedJob;
import picocli.CommandLine.Command;

/// Judges failed pairs again.
@Command(
        name = "retry-failed",
        description = "Judge the batches that hold failed pairs again, whole; earlier outcomes stay until then.")
public final class JudgeRetryFailedCommand extends JudgeGoOnCommand {
    @Override
    JudgeRunCommand work() {
        return new Retrying();
    }

    /// The planned run over what failed.
    private static final class Retrying extends JudgeRunCommand {
        @Override
        void use(OpenedJob opened, Output output) {
            output.note("Batches with failed pairs: " + opened.job().retryFailed());
            judge(opened, output);
        }
    }
}
