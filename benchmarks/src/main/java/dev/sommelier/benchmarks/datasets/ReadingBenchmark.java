package dev.sommelier.benchmarks.datasets;

import dev.sommelier.datasets.filter.Filter;
import dev.sommelier.datasets.filter.Filtering;
import dev.sommelier.datasets.format.Layout;
import dev.sommelier.datasets.table.InteractionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Times reading and filtering of a published data set's files, in one process that does nothing else.
///
/// Arguments: FOLDER FILTER..., each filter as `k-core=10`. Prints the seconds of reading and of filtering, what each
/// filter left, and the most memory that the process took at any time.
public final class ReadingBenchmark {
    private static final double NANOS = 1e9;

    private ReadingBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        List<Filter> filters =
                Arrays.stream(arguments).skip(1).map(Filter::parse).toList();
        long start = System.nanoTime();
        var imported = Layout.recognise(folder).read(folder);
        long read = System.nanoTime();
        var filtering = Filtering.of(InteractionTable.of(imported.content().interactions()), filters);
        long filtered = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "read %.1f s, filtered %.1f s, together %.1f s%n",
                (read - start) / NANOS,
                (filtered - read) / NANOS,
                (filtered - start) / NANOS);
        filtering.steps().forEach(System.out::println);
        imported.counts().forEach((what, times) -> System.out.println(times + " " + what));
        var status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(System.out::println);
        }
    }
}
