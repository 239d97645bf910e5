package dev.sommelier.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.experiments.compare.report.ComparisonReport;
import dev.sommelier.experiments.compare.spec.Experiment;
import dev.sommelier.experiments.compare.spec.ExperimentFile;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.report.CsvTables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed in the middle of each task.
class KilledComparisonIT {
    private static final String TEXT = """
            name: Tiny
            data: tiny
            batch: 7
            tasks:
              - {task: ranking, k: 5}
              - {task: rerank, from: popularity, depth: 8, target: always, k: 5, users: 50}
              - rating
              - {task: click, negatives: 3}
            contenders:
              - popularity
              - {kind: popularity, name: backwards, sign: -1}
              - bias
              - {kind: bias, name: heavy bias, damping: 100}
            """;

    @TempDir
    private Path folder;

    /// Works on the comparison and tells each unit that it begins.
    static final class Runner {
        private Runner() {}

        public static void main(String[] arguments) {
            work(Path.of(arguments[0]), true);
        }
    }

    private static void work(Path folder, boolean tell) {
        var kinds = TinyStudy.kinds();
        var materials = Map.of("tiny", TinyStudy.material());
        try (var job = ComparisonJob.open(folder, TEXT, read(), kinds, materials, Map.of(), Map.of())) {
            job.run(
                    (task, done, total) -> {
                        if (tell) {
                            System.out.println(done + "\t" + task);
                        }
                    },
                    () -> false);
        }
    }

    @Test
    void endsInTheFiguresOfARunThatWasLeftAlone(@TempDir Path whole) throws IOException, InterruptedException {
        work(whole, false);
        int killed = 0;
        for (var task : new String[] {"tiny: the next item", "tiny: re-ranking", "tiny: held-out", "tiny: clicks"}) {
            killed += killWithin(task) ? 1 : 0;
        }
        assertThat(killed).isEqualTo(4);
        work(folder, false);

        assertThat(figures(folder)).isEqualTo(figures(whole));
    }

    /// Starts the work and kills it (SIGKILL on Unix: no clean-up runs) when the task's tenth unit has begun.
    private boolean killWithin(String task) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Runner.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int seen = 0;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null && seen < 20; line = lines.readLine()) {
                seen += line.contains("\t" + task) ? 1 : 0;
            }
            process.destroyForcibly().waitFor();
        }
        return seen == 20;
    }

    private static Experiment read() {
        var facts = new LinkedHashMap<String, KindFacts>();
        TinyStudy.kinds().forEach((name, kind) -> facts.put(name, kind.facts()));
        return ExperimentFile.read("e.yaml", TEXT, facts);
    }

    private static String figures(Path folder) {
        return CsvTables.render(ComparisonReport.of(ComparisonResult.read(folder, read(), TinyStudy.kinds()))
                .figures());
    }
}
