package dev.sommelier.cli.wiring;

import dev.sommelier.evaluation.trec.TrecMetrics;
import dev.sommelier.evaluation.trec.TrecOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A TREC evaluation as it was asked for on the command line, printed as trec_eval does.
///
/// @param files the qrels and the runs
/// @param metrics names in the form of trec_eval or ir-measures; none means `official`
/// @param options as trec_eval's
/// @param perTopic whether each topic is printed before the summary (`-q`)
/// @param summary whether the summary is printed
public record TrecEvalLine(
        List<Path> files, List<String> metrics, TrecOptions options, boolean perTopic, boolean summary) {
    private static final String COMMAND = "eval";
    private static final String RUN_ID = "runid";
    private static final List<String> WITH_RUN_ID = List.of("official", "all_trec", "set");

    /// Puts names of metrics that follow a first one (`-m map P.10`) from the files to the metrics.
    public TrecEvalLine {
        var paths = new ArrayList<Path>();
        var names = new ArrayList<>(metrics);
        for (var file : files) {
            if (!metrics.isEmpty() && !Files.exists(file) && TrecMetrics.knows(file.toString())) {
                names.add(file.toString());
            } else {
                paths.add(file);
            }
        }
        if (names.isEmpty()) {
            names.add("official");
        }
        files = List.copyOf(paths);
        metrics = List.copyOf(names);
    }

    /// Reads arguments that hold nothing but files and trec_eval's own options, each by itself. They are the usual ones
    /// and read at once; building picocli's model of the command takes longer than evaluating most runs.
    ///
    /// @return empty for all other arguments, wrong ones too: those are for picocli to read or refuse
    public static Optional<TrecEvalLine> plain(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals(COMMAND)) {
            return Optional.empty();
        }
        var files = new ArrayList<Path>();
        var metrics = new ArrayList<String>();
        var flags = new HashSet<String>();
        int level = TrecOptions.defaults().level();
        int most = TrecOptions.defaults().maxDocuments();
        for (int i = 1; i < arguments.length; i++) {
            var argument = arguments[i];
            if (isWord(argument)) {
                files.add(Path.of(argument));
                continue;
            }
            var value = i + 1 < arguments.length && isWord(arguments[i + 1]) ? arguments[i + 1] : "";
            switch (argument) {
                case "-m" -> {
                    i++;
                    metrics.add(value);
                }
                case "-l" -> {
                    i++;
                    level = number(value);
                }
                case "-M" -> {
                    i++;
                    most = number(value);
                }
                case "-q", "-n", "-c", "-J" -> value = argument;
                default -> value = "";
            }
            boolean again = !argument.equals("-m") && !flags.add(argument);
            if (value.isEmpty() || again || level < 0 || most < 1) {
                return Optional.empty();
            }
        }
        var options = new TrecOptions(level, flags.contains("-c"), flags.contains("-J"), most);
        var line = new TrecEvalLine(files, metrics, options, flags.contains("-q"), !flags.contains("-n"));
        return line.files.size() < 2 ? Optional.empty() : Optional.of(line);
    }

    /// Neither an option nor one of picocli's argument files.
    private static boolean isWord(String argument) {
        return !argument.isEmpty() && argument.charAt(0) != '-' && argument.charAt(0) != '@';
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    /// Evaluates all runs.
    ///
    /// @param warnings receives sentences about what was accepted though unusual, and what was left out
    public List<TrecEvalJob.Evaluated> evaluate(Consumer<String> warnings) {
        var names = new ArrayList<>(metrics);
        names.remove(RUN_ID);
        return new TrecEvalJob(files.getFirst(), files.subList(1, files.size()), names, options).run(warnings);
    }

    /// The figures in trec_eval's layout.
    public String text(List<TrecEvalJob.Evaluated> runs) {
        boolean runId = false;
        for (var metric : metrics) {
            runId |= metric.equals(RUN_ID) || WITH_RUN_ID.contains(metric);
        }
        return TrecEvalText.render(runs, runId, perTopic, summary);
    }
}
