package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.io.AtomicFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes all calls with their answers.
@Command(
        name = "export",
        description = "Write every call with its answer as a line of JSON.",
        footer = {"", "Example:", "  sommelier cache export --file run.rec --out calls.jsonl"})
public final class CacheExportCommand extends BaseCommand {
    @Mixin
    CacheOptions cache;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file for the lines.")
    Path out = Path.of("");

    /// What was written.
    record Result(String out, long calls) {}

    @Override
    protected void run(Output output) {
        var lines = new AtomicLong();
        try (var store = cache.openToRead()) {
            AtomicFiles.write(out, temporary -> {
                try (var writer = Files.newBufferedWriter(temporary)) {
                    store.contents().export(line -> {
                        writer.write(line);
                        writer.write('\n');
                        lines.incrementAndGet();
                    });
                }
            });
        }
        output.result(new Result(out.toString(), lines.get()), lines + " calls: " + out + "\n");
    }
}
