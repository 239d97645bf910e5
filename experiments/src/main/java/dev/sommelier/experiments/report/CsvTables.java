package dev.sommelier.experiments.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Tables as one CSV file in long form, a line for each figure in full precision: `table,row,figure,value,low,high`.
public final class CsvTables {
    private CsvTables() {}

    /// All tables, one after the other.
    public static String render(List<ResultTable> tables) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            write(csv, tables);
        } catch (IOException e) {
            throw new UncheckedIOException("a string does not fail to be written", e);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, List<ResultTable> tables) {
        csv.writeRecord("table", "row", "figure", "value", "low", "high");
        for (var table : tables) {
            for (var row : table.rows()) {
                int words = table.text().size();
                var name = row.subList(0, words).stream().map(CsvTables::words).collect(Collectors.joining(" | "));
                for (int j = 0; j < table.numbers().size(); j++) {
                    var line = new ArrayList<>(
                            List.of(table.id(), name, table.numbers().get(j)));
                    line.addAll(figures(row.get(words + j)));
                    csv.writeRecord(line);
                }
            }
        }
    }

    private static String words(Cell cell) {
        return cell instanceof Cell.Words text ? text.words() : cell.text();
    }

    private static List<String> figures(Cell cell) {
        return switch (cell) {
            case Cell.Words text -> List.of(text.words(), "", "");
            case Cell.Count count -> List.of(Long.toString(count.count()), "", "");
            case Cell.Figure figure -> List.of(Double.toString(figure.value()), "", "");
            case Cell.Chance chance -> List.of(Double.toString(chance.p()), "", "");
            case Cell.Amount amount -> List.of(Double.toString(amount.value()), "", "");
            case Cell.Estimate estimate -> {
                var interval = estimate.interval();
                yield List.of(
                        Double.toString(interval.mean()),
                        Double.toString(interval.low()),
                        Double.toString(interval.high()));
            }
        };
    }
}
