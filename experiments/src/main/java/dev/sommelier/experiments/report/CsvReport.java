package dev.sommelier.experiments.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.Cost;
import dev.sommelier.experiments.DifferenceTable;
import dev.sommelier.experiments.RankingTable;
import dev.sommelier.experiments.RatingTable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Every figure of a report, one a line: `table,contender,parameters,n,figure,value,low,high`.
///
/// Values have full precision; `low` and `high` are empty where a figure has no interval.
public final class CsvReport {
    private final CsvWriter csv;

    private CsvReport(CsvWriter csv) {
        this.csv = csv;
    }

    /// The whole report's figures with a header line.
    public static String render(Report report) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("table", "contender", "parameters", "n", "figure", "value", "low", "high");
            var writer = new CsvReport(csv);
            report.ranking().ifPresent(writer::ranking);
            report.classics().ifPresent(writer::ranking);
            report.differences().forEach(writer::differences);
            report.ratings().ifPresent(writer::ratings);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private void ranking(RankingTable table) {
        for (var row : table.rows()) {
            var line = new Line(table.title(), row.name(), row.parameters(), table.users());
            row.metrics().forEach((metric, interval) -> write(line, metric, interval));
            write(line, "coverage", row.coverage());
            cost(line, row.cost());
            write(line, "failed", row.failed());
            row.repairs().forEach((cause, count) -> {
                write(line, "repaired: " + cause, count.total());
                write(line, "users repaired: " + cause, count.users());
            });
        }
    }

    private void differences(DifferenceTable table) {
        for (var row : table.rows()) {
            var line = new Line("Difference to " + table.reference(), row.name(), "", table.users());
            write(line, table.metric(), row.difference());
        }
    }

    private void ratings(RatingTable table) {
        for (var row : table.rows()) {
            var line = new Line(table.title(), row.name(), row.parameters(), table.compared());
            write(line, "RMSE", row.rmse());
            write(line, "MAE", row.mae());
            write(line, "AUC", row.auc());
            write(line, "failed", row.failed());
            cost(line, row.cost());
        }
    }

    private record Line(String table, String contender, String parameters, int n) {}

    private void cost(Line line, Cost cost) {
        write(line, "seconds", cost.seconds());
        write(line, "own seconds", cost.ownSeconds());
        write(line, "calls", cost.calls());
        write(line, "prompt tokens", cost.promptTokens());
        write(line, "shared tokens", cost.sharedTokens());
        write(line, "generated tokens", cost.generatedTokens());
    }

    private void write(Line line, String figure, Optional<Interval> interval) {
        interval.ifPresent(present -> write(line, figure, present));
    }

    private void write(Line line, String figure, Interval interval) {
        record(
                line,
                figure,
                Double.toString(interval.mean()),
                Double.toString(interval.low()),
                Double.toString(interval.high()));
    }

    private void write(Line line, String figure, double value) {
        record(line, figure, Double.toString(value), "", "");
    }

    private void write(Line line, String figure, long value) {
        record(line, figure, Long.toString(value), "", "");
    }

    private void record(Line line, String figure, String value, String low, String high) {
        csv.writeRecord(
                line.table(),
                line.contender(),
                line.parameters(),
                Integer.toString(line.n()),
                figure,
                value,
                low,
                high);
    }
}
