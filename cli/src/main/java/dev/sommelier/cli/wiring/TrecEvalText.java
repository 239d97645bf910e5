package dev.sommelier.cli.wiring;

import dev.sommelier.evaluation.trec.Measure;
import dev.sommelier.evaluation.trec.TrecResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/// Prints figures as trec_eval does: name, topic and value, four decimals; with several runs, the run's name first.
public final class TrecEvalText {
    private static final int NAME_WIDTH = 22;
    private static final double EXACT = 1e9;

    private TrecEvalText() {}

    /// The figures of all runs.
    ///
    /// @param runId whether trec_eval's `runid` line is wanted
    /// @param perTopic whether each topic is printed before the summary (`-q`)
    /// @param summary whether the summary is printed
    public static String render(List<TrecEvalJob.Evaluated> runs, boolean runId, boolean perTopic, boolean summary) {
        var text = new StringBuilder();
        for (var run : runs) {
            var result = run.result();
            var before = runs.size() == 1 ? "" : result.run() + "\t";
            if (perTopic) {
                for (int topic = 0; topic < result.topics().size(); topic++) {
                    topic(text, before, result, topic);
                }
            }
            if (summary) {
                if (runId) {
                    line(text, before, "runid", "all").append(result.run()).append('\n');
                }
                for (int metric = 0; metric < result.metrics().size(); metric++) {
                    value(text, before, result, metric, "all", result.summary(metric));
                }
            }
        }
        return text.toString();
    }

    private static void topic(StringBuilder text, String before, TrecResult result, int topic) {
        for (int metric = 0; metric < result.metrics().size(); metric++) {
            if (printedPerTopic(result, metric)) {
                value(text, before, result, metric, result.topics().get(topic), result.value(metric, topic));
            }
        }
    }

    /// trec_eval prints the number of topics and geometric means in the summary only.
    static boolean printedPerTopic(TrecResult result, int metric) {
        var measure = result.metrics().get(metric).measure();
        return measure.summary() != Measure.Summary.GEOMETRIC_MEAN
                && !measure.label().equals("num_q");
    }

    private static void value(
            StringBuilder text, String before, TrecResult result, int metric, String topic, double value) {
        line(text, before, result.metrics().get(metric).name(), topic);
        if (result.metrics().get(metric).measure().summary() == Measure.Summary.SUM) {
            text.append((long) value);
        } else {
            fourDecimals(text, value);
        }
        text.append('\n');
    }

    private static StringBuilder line(StringBuilder text, String before, String name, String topic) {
        text.append(before).append(name);
        for (int i = name.length(); i < NAME_WIDTH; i++) {
            text.append(' ');
        }
        return text.append('\t').append(topic).append('\t');
    }

    /// C's `%6.4f`, which rounds the exact binary value, half to even; a formatter for each of 10,000 values would take
    /// longer than the evaluation.
    static void fourDecimals(StringBuilder text, double value) {
        double scaled = value * 10_000;
        double low = Math.floor(scaled);
        // The two halves of the exact product: what lies above or below one half is told without an error.
        double beyondHalf = scaled - low - 0.5 + Math.fma(value, 10_000, -scaled);
        if (value >= 0 && value < EXACT) {
            boolean up = beyondHalf > 0 || (beyondHalf == 0 && (long) low % 2 == 1);
            long units = (long) low + (up ? 1 : 0);
            text.append(units / 10_000).append('.');
            long decimals = units % 10_000;
            for (long place = 1000; place > 0; place /= 10) {
                text.append((char) ('0' + decimals / place % 10));
            }
        } else {
            text.append(String.format(
                    Locale.ROOT,
                    "%6s",
                    new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).toPlainString()));
        }
    }

    /// The figures as comma-separated values with a header: run, topic, metric, value.
    public static String csv(List<TrecEvalJob.Evaluated> runs, boolean perTopic, boolean summary) {
        var text = new StringBuilder("run,topic,metric,value\n");
        for (var run : runs) {
            var result = run.result();
            for (int metric = 0; metric < result.metrics().size(); metric++) {
                var name = result.metrics().get(metric).name();
                for (int topic = 0; perTopic && topic < result.topics().size(); topic++) {
                    if (printedPerTopic(result, metric)) {
                        row(text, result.run(), result.topics().get(topic), name, result.value(metric, topic));
                    }
                }
                if (summary) {
                    row(text, result.run(), "all", name, result.summary(metric));
                }
            }
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String run, String topic, String metric, double value) {
        text.append(CsvField.quoted(run))
                .append(',')
                .append(CsvField.quoted(topic))
                .append(',')
                .append(CsvField.quoted(metric))
                .append(',');
        text.append(value).append('\n');
    }
}
