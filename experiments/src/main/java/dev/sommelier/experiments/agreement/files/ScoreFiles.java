package dev.sommelier.experiments.agreement.files;

import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.agreement.NamedScores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads scores by topic, or by user, in two forms:
///
/// - a table with a header, separated by tabs or commas: a column `topic`, `query` or `user`, at will a column `run` or
///   `system`, and a column for each metric
/// - what `trec_eval -q` prints: `metric topic value`
///
/// Rows of the topic `all` are left out. Of several metrics one must be named; `nDCG@10`, `ndcg_cut_10` and
/// `ndcg_cut.10` are one name, as are `AP` and `map`.
public final class ScoreFiles {
    private static final String SUMMARY = "all";
    private static final Set<String> TOPIC = Set.of("topic", "query", "user", "qid", "query_id", "user_id");
    private static final Set<String> SYSTEM = Set.of("run", "system");

    private final Path file;
    private final Optional<String> wanted;
    private final Map<String, Map<String, Double>> scores = new LinkedHashMap<>();

    private ScoreFiles(Path file, Optional<String> wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    /// Scores with the metric's name as the file has it.
    public record MetricScores(String metric, NamedScores scores) {}

    /// Reads a file. Without a system column, the one system has the file's name.
    ///
    /// @param metric the metric to read; may be left out where the file has one
    /// @throws SommelierException naming file, line, rule and value
    public static MetricScores read(Path file, Optional<String> metric) {
        return new ScoreFiles(file, metric).read();
    }

    private MetricScores read() {
        var lines = TextLines.read(file);
        var separator = lines.getFirst().contains("\t") ? "\t" : ",";
        var header = List.of(lines.getFirst().split(separator, -1));
        boolean table = header.stream().anyMatch(name -> TOPIC.contains(lower(name)));
        var metric = table ? table(lines, header, separator) : printed(lines);
        if (scores.isEmpty()) {
            throw new SommelierException(file + ": there is no topic in it besides \"" + SUMMARY
                    + "\"; scores by topic are needed (trec_eval -q).");
        }
        return new MetricScores(metric, new NamedScores(name(), scores));
    }

    private String table(List<String> lines, List<String> header, String separator) {
        int topic = column(header, TOPIC);
        int system = column(header, SYSTEM);
        var metrics = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            if (i != topic && i != system) {
                metrics.add(header.get(i).strip());
            }
        }
        var metric = choose(metrics);
        int value = header.stream().map(String::strip).toList().indexOf(metric);
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            var cells = lines.get(i).split(separator, -1);
            if (cells.length != header.size()) {
                throw bad(i, "expected " + header.size() + " fields as in the header, got " + cells.length);
            }
            add(i, system < 0 ? name() : cells[system].strip(), cells[topic].strip(), cells[value]);
        }
        return metric;
    }

    private String printed(List<String> lines) {
        var metrics = new LinkedHashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            var cells = lines.get(i).strip().split("\\s+");
            if (!lines.get(i).isBlank() && cells.length != 3) {
                throw bad(
                        i,
                        "expected \"metric topic value\" as trec_eval -q prints it, or a header with a column"
                                + " \"topic\", got \"" + shortened(lines.get(i)) + "\"");
            }
            if (cells.length == 3 && !cells[1].equals(SUMMARY)) {
                metrics.add(cells[0]);
            }
        }
        var metric = choose(List.copyOf(metrics));
        for (int i = 0; i < lines.size(); i++) {
            var cells = lines.get(i).strip().split("\\s+");
            if (cells[0].equals(metric)) {
                add(i, name(), cells[1], cells[2]);
            }
        }
        return metric;
    }

    private void add(int line, String system, String topic, String text) {
        if (topic.equals(SUMMARY)) {
            return;
        }
        double value;
        try {
            value = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new SommelierException(where(line) + "expected a number, got \"" + shortened(text) + "\".", e);
        }
        if (!Double.isFinite(value)) {
            throw bad(line, "expected a finite number, got \"" + text.strip() + "\"");
        }
        if (scores.computeIfAbsent(system, key -> new LinkedHashMap<>()).put(topic, value) != null) {
            throw bad(line, "topic \"" + topic + "\" of " + system + " appears twice");
        }
    }

    private String choose(List<String> metrics) {
        if (wanted.isEmpty() && metrics.size() == 1) {
            return metrics.getFirst();
        }
        if (wanted.isEmpty()) {
            throw new SommelierException(file + ": has " + metrics.size() + " metrics (" + String.join(", ", metrics)
                    + "); choose one with -m.");
        }
        return metrics.stream()
                .filter(metric -> canonical(metric).equals(canonical(wanted.get())))
                .findFirst()
                .orElseThrow(() -> new SommelierException(
                        file + ": has no metric \"" + wanted.get() + "\", only " + String.join(", ", metrics) + "."));
    }

    private static String canonical(String metric) {
        var plain = lower(metric).replace("_cut", "").replace('@', '_').replace('.', '_');
        return plain.equals("ap") ? "map" : plain;
    }

    private static int column(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(lower(header.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private String name() {
        return FileNames.plain(file);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private String where(int line) {
        return file + ":" + (line + 1) + ": ";
    }

    private SommelierException bad(int line, String rule) {
        return new SommelierException(where(line) + rule + ".");
    }
}
