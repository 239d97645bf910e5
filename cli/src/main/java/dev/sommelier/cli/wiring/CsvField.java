package dev.sommelier.cli.wiring;

/// A field of the comma-separated values that `eval` prints.
final class CsvField {
    private CsvField() {}

    /// The field, in quotes where a comma, a quote or a line break needs them.
    static String quoted(String field) {
        return field.matches("[^,\"\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
