package dev.sommelier.datasets.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.sommelier.core.SommelierException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Delimited text as rows that know their line.
final class Table {
    private static final Pattern LINE = Pattern.compile("in line ([0-9]+)");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Table() {}

    /// Hands over every row of a file without a header; empty lines are no rows.
    static void rows(Path file, Dialect dialect, Consumer<Row> each) {
        var position = new long[1];
        try (var text = Files.newBufferedReader(file, dialect.charset());
                var records = open(text, dialect)) {
            for (var record : records) {
                position[0] = record.getStartingLineNumber();
                each.accept(new Row(file, position[0], record.getFields()));
            }
        } catch (CsvParseException e) {
            throw malformed(file, e);
        } catch (UncheckedIOException e) {
            throw unreadable(
                    file, position[0], dialect, Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e)));
        } catch (IOException e) {
            throw unreadable(file, position[0], dialect, e);
        }
    }

    /// Hands over every row after the header; all have as many fields as it.
    static void named(Path file, Dialect dialect, BiConsumer<Header, Row> each) {
        var header = new Header[1];
        rows(file, dialect, row -> {
            if (header[0] == null) {
                header[0] = Header.of(withoutMark(row));
            } else {
                each.accept(header[0], row.requireFields(header[0].names().size()));
            }
        });
        if (header[0] == null) {
            throw new SommelierException(file + ":1: expected a line with column names, got an empty file; add it");
        }
    }

    private static CsvReader<CsvRecord> open(BufferedReader text, Dialect dialect) {
        return CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .quoteCharacter(dialect.quote())
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    static Row withoutMark(Row row) {
        if (!row.field(0).startsWith(BYTE_ORDER_MARK)) {
            return row;
        }
        var fields = new java.util.ArrayList<>(row.fields());
        fields.set(0, fields.getFirst().substring(1));
        return new Row(row.file(), row.line(), fields);
    }

    private static SommelierException malformed(Path file, CsvParseException e) {
        var place = LINE.matcher(String.valueOf(e.getMessage()));
        var line = place.find() ? place.group(1) : "1";
        var rule = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        return new SommelierException(file + ":" + line + ": " + rule + "; correct the quotes on this line", e);
    }

    private static SommelierException unreadable(Path file, long line, Dialect dialect, IOException e) {
        return switch (e) {
            case CharacterCodingException ignored ->
                new SommelierException(
                        file + ": the text must be " + dialect.charset() + ", got other bytes after line " + line
                                + "; convert it, for example: iconv -f latin1 -t utf-8",
                        e);
            case NoSuchFileException ignored ->
                new SommelierException(file + ": there is no such file; check the path", e);
            default ->
                new SommelierException(
                        "cannot read " + file + " (" + e.getClass().getSimpleName() + "); check the path", e);
        };
    }
}
