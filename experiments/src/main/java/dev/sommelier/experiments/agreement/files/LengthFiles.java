package dev.sommelier.experiments.agreement.files;

import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads documents' lengths: `document length` a line, separated by a tab, comma or space, at will under a header.
public final class LengthFiles {
    private LengthFiles() {}

    /// @throws SommelierException naming file, line, rule and value
    public static Map<String, Integer> read(Path file) {
        var lengths = new LinkedHashMap<String, Integer>();
        var lines = TextLines.read(file);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            var cells = line.split("[\\t, ]+");
            boolean number = cells.length == 2 && cells[1].matches("\\d{1,9}");
            if (!number && i > 0) {
                throw new SommelierException(file + ":" + (i + 1)
                        + ": expected a document and a length, a whole number, got \"" + line + "\".");
            }
            if (number) {
                lengths.put(cells[0], Integer.parseInt(cells[1]));
            }
        }
        return lengths;
    }
}
