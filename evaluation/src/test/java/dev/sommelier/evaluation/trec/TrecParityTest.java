package dev.sommelier.evaluation.trec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds every metric that trec_eval has, topic by topic and in the mean, against values that pytrec_eval-terrier gave
/// for the seeded files; src/test/python/expected_trec_values.py says how they were made.
class TrecParityTest {
    private static final String EXPECTED = "/trec/expected.tsv.gz";

    @Test
    void everyMetricOfEveryTopicIsThatOfTrecEval() throws IOException {
        compare(Objects.requireNonNull(getClass().getResourceAsStream(EXPECTED)));
    }

    @Test
    void expectedValuesMadeAnewAreTheSame(@TempDir Path folder) throws Exception {
        var python = System.getProperty("sommelier.trec.python");
        assumeTrue(python != null, "set -Dsommelier.trec.python to a Python that has pytrec_eval-terrier");
        for (int seed = 0; seed < SeededTrecFiles.CASES; seed++) {
            var texts = new SeededTrecFiles(seed).write();
            Files.writeString(folder.resolve("case-" + seed + ".qrels"), texts.qrels());
            Files.writeString(folder.resolve("case-" + seed + ".run"), texts.run());
        }
        var target = folder.resolve("expected.tsv.gz");
        var script = Path.of("src/test/python/expected_trec_values.py").toAbsolutePath();
        int exit = new ProcessBuilder(python, script.toString(), folder.toString(), target.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
        if (Boolean.getBoolean("sommelier.trec.store")) {
            Files.copy(
                    target,
                    Path.of("src/test/resources" + EXPECTED),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        try (var values = Files.newInputStream(target)) {
            compare(values);
        }
    }

    private static void compare(InputStream packed) throws IOException {
        var expected = new ArrayList<String[]>();
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> expected.add(line.split("\t")));
        }
        assertThat(expected).hasSizeGreaterThan(10_000);
        var ours = new HashMap<String, Map<String, Double>>();
        var wrong = new ArrayList<String>();
        for (var line : expected) {
            // Where nothing is left of a ranking, trec_eval divides zero by zero; here the value is 0.
            if (line[5].equals("nan")) {
                continue;
            }
            var key = String.join("/", line[0], line[1], line[2]);
            var values = ours.computeIfAbsent(key, each -> evaluate(line));
            var value = values.get(line[3] + "/" + line[4]);
            double wanted = Double.parseDouble(line[5]);
            if (value == null || Math.abs(value - wanted) > 1e-12 * Math.max(1, Math.abs(wanted))) {
                wrong.add(String.join(" ", line) + ", got " + value);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<String, Double> evaluate(String[] line) {
        var texts = new SeededTrecFiles(Integer.parseInt(line[0])).write();
        var options =
                TrecOptions.defaults().withLevel(Integer.parseInt(line[1])).withJudgedOnly(line[2].equals("1"));
        var metrics = TrecMetrics.parse(List.of("all_trec"));
        var result = TrecEvaluation.of(TrecObjects.qrels(texts.qrels()), options)
                .evaluate(TrecObjects.run(texts.run()), metrics);
        var values = new HashMap<String, Double>();
        for (int metric = 0; metric < metrics.size(); metric++) {
            var name = "/" + metrics.get(metric).name();
            for (int topic = 0; topic < result.topics().size(); topic++) {
                values.put(result.topics().get(topic) + name, result.value(metric, topic));
            }
            values.put("all" + name, result.summary(metric));
        }
        return values;
    }
}
