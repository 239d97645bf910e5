package dev.sommelier.cli;

import dev.sommelier.cli.terminal.StandardError;
import dev.sommelier.cli.terminal.StandardOutput;
import dev.sommelier.cli.wiring.TrecEvalLine;
import dev.sommelier.core.SommelierException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// The entry point: reads the arguments, runs one command and ends the process with its exit code.
public final class Main {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final long MEGABYTE = 1_000_000;

    private Main() {}

    /// Runs a command and exits: 0 done, 1 failed, 2 wrong usage, 130 interrupted, 141 nobody reads the output.
    public static void main(String[] arguments) {
        StandardError.takeBack();
        var standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        var out = new PrintWriter(standard, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = ended(run(out, err, arguments), standard, out, err);
        err.flush();
        // Libraries leave threads behind that are no daemons.
        System.exit(code);
    }

    /// Runs a command with its own streams; what [#main] does without ending the process.
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var trec = TrecEvalLine.plain(arguments);
        try {
            return trec.isPresent() ? evaluate(trec.get(), out, err) : CommandTree.run(out, err, arguments);
        } catch (OutOfMemoryError e) {
            err.println("sommelier: not enough memory: Java may take "
                    + Runtime.getRuntime().maxMemory() / MEGABYTE
                    + " MB; give it more, such as SOMMELIER_JAVA_OPTS=-Xmx8g. What was committed before is kept.");
            return FAILED;
        }
    }

    /// The exit code, once everything is written.
    private static int ended(int code, StandardOutput standard, PrintWriter out, PrintWriter err) {
        out.flush();
        if (out.checkError() && code == DONE) {
            if (standard.readerGone()) {
                return StandardOutput.READER_GONE;
            }
            err.println("sommelier: standard output could not be written (closed pipe or full disk).");
            return FAILED;
        }
        return code;
    }

    private static int evaluate(TrecEvalLine line, PrintWriter out, PrintWriter err) {
        try {
            out.print(line.text(line.evaluate(err::println)));
            return DONE;
        } catch (RuntimeException e) {
            return report(e, err, false);
        }
    }

    /// Says in a sentence what went wrong, and with `verbose` where.
    static int report(Exception failure, PrintWriter err, boolean verbose) {
        var message =
                switch (failure) {
                    case SommelierException known -> known.getMessage();
                    default ->
                        "unexpected failure: " + failure
                                + (verbose ? "" : " (run again with --verbose for the place, and report it)");
                };
        err.println("sommelier: " + message);
        if (verbose) {
            failure.printStackTrace(err);
        }
        return FAILED;
    }
}
