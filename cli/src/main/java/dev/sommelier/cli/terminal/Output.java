package dev.sommelier.cli.terminal;

import dev.sommelier.experiments.report.JsonReport;
import dev.sommelier.io.Progress;
import java.io.PrintWriter;
import java.util.function.Supplier;

/// Where a command writes: its result to standard output, as text or JSON, and all else to standard error.
public final class Output {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean verbose;
    private final ProgressLine progress;

    Output(PrintWriter out, PrintWriter err, boolean json, boolean verbose) {
        this(out, err, json, verbose, Colors.stderrIsTerminal());
    }

    private Output(PrintWriter out, PrintWriter err, boolean json, boolean verbose, boolean redraws) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.verbose = verbose;
        this.progress = new ProgressLine(err, redraws);
    }

    /// Prints the command's result, in the form that was asked for.
    ///
    /// @param result a record that Jackson can write
    /// @param text the same for people, lines end with a line feed
    public void result(Object result, String text) {
        progress.clear();
        if (json) {
            out.println(JsonReport.render(result).strip());
        } else {
            out.print(text);
        }
        out.flush();
    }

    /// Prints one line of a result that is too long to hold.
    public void line(String text) {
        out.print(text);
        out.print('\n');
    }

    /// Hands out what was printed so far, for results that come bit by bit.
    public void flush() {
        out.flush();
    }

    /// The same output with another place for all that is not the result, such as above a prompt.
    public Output tellingTo(PrintWriter other) {
        return new Output(out, other, json, verbose, false);
    }

    /// Tells the user something that is not the result.
    public void note(String sentence) {
        progress.clear();
        err.println(sentence);
    }

    /// Receives the progress of long work.
    public Progress progress() {
        return progress;
    }

    /// Shows more at the end of every line of progress, such as what was spent.
    public void showInProgress(Supplier<String> more) {
        progress.show(more);
    }

    /// Whether the result is wanted as JSON.
    public boolean json() {
        return json;
    }

    /// Whether native and technical messages were asked for.
    public boolean verbose() {
        return verbose;
    }
}
