package dev.sommelier.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.format.Content;
import dev.sommelier.io.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// The canonical form on disk: `items.tsv` (id, title, then one column for each attribute, its values separated by `|`)
/// and `interactions.tsv` (user, item, rating, time); UTF-8, tabs, line feeds, quotes only where needed, the order of
/// the
/// source's rows. Equal contents give equal bytes.
final class CanonicalFiles {
    private static final String ITEMS = "items.tsv";
    private static final String INTERACTIONS = "interactions.tsv";
    private static final int FIRST_ATTRIBUTE = 2;

    private CanonicalFiles() {}

    static void write(Path folder, Content content) throws IOException {
        var attributes = new LinkedHashSet<>(content.attributes());
        content.items().forEach(item -> attributes.addAll(item.attributes().keySet()));
        try (var out = writer(folder.resolve(ITEMS))) {
            var header = new ArrayList<>(List.of("id", "title"));
            header.addAll(attributes);
            out.writeRecord(header);
            for (var item : content.items()) {
                var fields = new ArrayList<>(List.of(item.id(), item.title()));
                attributes.forEach(attribute -> fields.add(MultiValue.join(item.values(attribute))));
                out.writeRecord(fields);
            }
        }
        try (var out = writer(folder.resolve(INTERACTIONS))) {
            out.writeRecord("user", "item", "rating", "time");
            for (var one : content.interactions()) {
                out.writeRecord(one.user(), one.item(), number(one.rating()), Long.toString(one.time()));
            }
        }
    }

    /// SHA-256 over the two files' names and SHA-256, one line each, as `sha256sum` would list them.
    static String hash(Path folder) {
        return Hashes.sha256(line(folder, ITEMS) + line(folder, INTERACTIONS));
    }

    static List<Item> items(Path folder) {
        var items = new ArrayList<Item>();
        var names = new ArrayList<String>();
        for (var fields : rows(folder.resolve(ITEMS))) {
            if (names.isEmpty()) {
                names.addAll(fields);
                continue;
            }
            var attributes = new LinkedHashMap<String, List<String>>();
            for (int i = FIRST_ATTRIBUTE; i < names.size(); i++) {
                attributes.put(names.get(i), MultiValue.split(fields.get(i)));
            }
            items.add(new Item(fields.get(0), fields.get(1), attributes));
        }
        return items;
    }

    static List<Interaction> interactions(Path folder) {
        return rows(folder.resolve(INTERACTIONS)).stream()
                .skip(1)
                .map(fields -> new Interaction(
                        fields.get(0), fields.get(1), Double.parseDouble(fields.get(2)), Long.parseLong(fields.get(3))))
                .toList();
    }

    private static String line(Path folder, String name) {
        return Hashes.sha256(folder.resolve(name)) + "  " + name + "\n";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static CsvWriter writer(Path file) throws IOException {
        return CsvWriter.builder()
                .fieldSeparator('\t')
                .lineDelimiter(LineDelimiter.LF)
                .build(file, StandardCharsets.UTF_8);
    }

    private static List<List<String>> rows(Path file) {
        try (var reader = CsvReader.builder().fieldSeparator('\t').ofCsvRecord(file)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new SommelierException(file + " cannot be read; get or add the data set again", e);
        }
    }
}
