package dev.sommelier.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sommelier.core.Item;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.format.Content;
import dev.sommelier.datasets.table.InteractionTable;
import dev.sommelier.datasets.table.Part;
import dev.sommelier.datasets.table.TableBuilder;
import dev.sommelier.io.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The canonical form on disk: `items.tsv` (id, title, then one column for each attribute, its values separated by `|`)
/// and `interactions.tsv` (user, item, rating, time, and part where a split was published: `train`, `validation` or
/// `test`); UTF-8, tabs, line feeds, quotes only where needed, the order of
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
            write(out, InteractionTable.of(content.interactions()));
        }
    }

    private static void write(CsvWriter out, InteractionTable table) {
        boolean parts = table.hasParts();
        var header = new ArrayList<>(List.of("user", "item", "rating", "time"));
        if (parts) {
            header.add("part");
        }
        out.writeRecord(header);
        var fields = new String[header.size()];
        for (int row = 0; row < table.size(); row++) {
            fields[0] = table.users().get(table.user(row));
            fields[1] = table.items().get(table.item(row));
            fields[2] = number(table.rating(row));
            fields[3] = Long.toString(table.time(row));
            if (parts) {
                fields[4] = table.part(row).label();
            }
            out.writeRecord(fields);
        }
    }

    /// SHA-256 over the two files' names and SHA-256, one line each, as `sha256sum` would list them.
    static String hash(Path folder) {
        return Hashes.sha256(line(folder, ITEMS) + line(folder, INTERACTIONS));
    }

    static List<Item> items(Path folder) {
        var items = new ArrayList<Item>();
        var names = new ArrayList<String>();
        each(
                folder.resolve(ITEMS),
                rows -> rows.forEach(row -> {
                    if (names.isEmpty()) {
                        names.addAll(row.getFields());
                    } else {
                        items.add(item(names, row.getFields()));
                    }
                }));
        return items;
    }

    private static Item item(List<String> names, List<String> fields) {
        var attributes = new LinkedHashMap<String, List<String>>();
        for (int i = FIRST_ATTRIBUTE; i < names.size(); i++) {
            attributes.put(names.get(i), MultiValue.split(fields.get(i)));
        }
        return new Item(fields.get(0), fields.get(1), attributes);
    }

    static InteractionTable interactions(Path folder) {
        var builder = new TableBuilder();
        each(
                folder.resolve(INTERACTIONS),
                rows -> rows.skip(1)
                        .forEach(fields -> builder.add(
                                fields.getField(0),
                                fields.getField(1),
                                Double.parseDouble(fields.getField(2)),
                                Long.parseLong(fields.getField(3)),
                                fields.getFieldCount() > 4 ? part(fields.getField(4)) : Part.TRAIN)));
        return builder.build();
    }

    private static Part part(String label) {
        return Part.valueOf(label.toUpperCase(Locale.ROOT));
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

    private static void each(Path file, Consumer<Stream<CsvRecord>> consumer) {
        try (var reader = CsvReader.builder().fieldSeparator('\t').ofCsvRecord(file)) {
            consumer.accept(reader.stream());
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new SommelierException(file + " cannot be read; get or add the data set again", e);
        }
    }
}
