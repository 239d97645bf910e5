package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.Heading;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.io.AtomicFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The options of commands whose result can be published.
@Heading("Reports")
final class ReportOptions {
    @Option(names = "--html", paramLabel = "FILE", description = "Write a report that opens without a network.")
    Optional<Path> html = Optional.empty();

    @Option(names = "--csv", paramLabel = "FILE", description = "Write every figure in full precision.")
    Optional<Path> csv = Optional.empty();

    @Option(names = "--latex", paramLabel = "FILE", description = "Write tables for a paper (booktabs).")
    Optional<Path> latex = Optional.empty();

    /// Looks whether all that was asked for could be written, before long work.
    void requireWritable() {
        Stream.of(html, csv, latex).flatMap(Optional::stream).forEach(AtomicFiles::requireWritable);
    }

    /// Writes what was asked for.
    void write(Rendering rendering, Provenance provenance, Output output) {
        html.ifPresent(file -> write(file, rendering.html(provenance), output));
        csv.ifPresent(file -> write(file, rendering.csv(), output));
        latex.ifPresent(file -> write(file, rendering.latex(), output));
    }

    static void write(Path file, String text, Output output) {
        AtomicFiles.write(file, text);
        output.note("Written: " + file);
    }
}
