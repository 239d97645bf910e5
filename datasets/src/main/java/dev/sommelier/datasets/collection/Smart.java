package dev.sommelier.datasets.collection;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The dotted format of SMART's collections, Cranfield among them: `.I 12` begins a record, `.T`, `.A`, `.B` and `.W`
/// its fields.
final class Smart {
    private Smart() {}

    static boolean begins(String line) {
        return line.startsWith(".I ");
    }

    /// Calls back with the number and the fields of each record.
    static void read(Lines lines, BiConsumer<String, Map<String, String>> record) {
        Optional<String> id = Optional.empty();
        var fields = new LinkedHashMap<String, StringBuilder>();
        var field = "";
        for (var next = lines.next(); next.isPresent(); next = lines.next()) {
            var line = next.get();
            if (begins(line)) {
                emit(id, fields, record);
                fields.clear();
                id = Optional.of(line.substring(2).strip());
                field = "";
            } else if (line.strip().matches("\\.[A-Z]")) {
                field = line.strip().substring(1).toLowerCase(Locale.ROOT);
            } else if (!field.isEmpty()) {
                fields.computeIfAbsent(field, key -> new StringBuilder())
                        .append(line.strip())
                        .append(' ');
            } else if (!line.isBlank()) {
                throw lines.failure("expected a field such as .W after .I, got " + Lines.shown(line));
            }
        }
        emit(id, fields, record);
    }

    private static void emit(
            Optional<String> id, Map<String, StringBuilder> fields, BiConsumer<String, Map<String, String>> record) {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((name, text) -> texts.put(name, text.toString().strip()));
        id.ifPresent(number -> record.accept(number, texts));
    }
}
