package dev.sommelier.datasets;

import java.util.ArrayList;
import java.util.List;

/// Several values in one field: `|` between them; a `|` or `\` within a value has a `\` before it.
final class MultiValue {
    private MultiValue() {}

    static String join(List<String> values) {
        return String.join(
                "|",
                values.stream()
                        .map(value -> value.replace("\\", "\\\\").replace("|", "\\|"))
                        .toList());
    }

    static List<String> split(String field) {
        if (field.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '|') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c == '\\' && i + 1 < field.length() ? field.charAt(++i) : c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
