package dev.sommelier.datasets.format;

import dev.sommelier.core.Item;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.format.ColumnMapping.Attribute;
import dev.sommelier.datasets.format.ColumnMapping.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads any delimited UTF-8 text with a header by a [ColumnMapping]: CSV, TSV, RecBole's atomic files. The separator
/// is
/// the one that the header line has most of: tab, comma, semicolon or `|`.
public final class MappedFiles {
    private static final char[] SEPARATORS = {'\t', ',', ';', '|'};

    private static final Pattern TYPED_HEADER = Pattern.compile("^[^\t]+:(token|float)\t");

    private MappedFiles() {}

    /// Reads an items and an interactions file.
    ///
    /// @throws SommelierException if a column is missing or a line breaks a rule
    public static Content read(Path items, Path interactions, ColumnMapping mapping) {
        var reader = new EventReader(items);
        Table.named(items, dialect(items), (header, row) -> reader.item(row, item(header, row, mapping)));
        var rated = new boolean[1];
        Table.named(interactions, dialect(interactions), (header, row) -> {
            var rating = optional(header, Role.RATING, mapping);
            rated[0] = rating.isPresent();
            reader.interaction(
                    row,
                    required(header, Role.USER, mapping),
                    required(header, Role.INTERACTION_ITEM, mapping),
                    rating,
                    optional(header, Role.TIME, mapping));
        });
        var attributes = mapping.attributes().stream().map(Attribute::name).toList();
        return reader.content(attributes, rated[0]);
    }

    private static Item item(Header header, Row row, ColumnMapping mapping) {
        var attributes = new LinkedHashMap<String, List<String>>();
        for (var attribute : mapping.attributes()) {
            int column = header.require(
                    "attribute", List.of(attribute.name()), "name it in --attributes as it stands there");
            var values = header.separator(column, attribute.separator())
                    .map(separator -> split(row.field(column), separator))
                    .orElseGet(() -> split(row.field(column), "\t"));
            attributes.put(attribute.name(), values);
        }
        return new Item(
                row.required(required(header, Role.ITEM, mapping), "item"),
                row.required(required(header, Role.TITLE, mapping), "title").replaceAll("\\s+", " "),
                attributes);
    }

    private static int required(Header header, Role role, ColumnMapping mapping) {
        return header.require(
                role.key(), mapping.candidates(role), "name the right one with --map " + role.key() + "=COLUMN");
    }

    private static Optional<Integer> optional(Header header, Role role, ColumnMapping mapping) {
        return mapping.names(role)
                ? Optional.of(required(header, role, mapping))
                : header.find(mapping.candidates(role));
    }

    /// The distinct values of a field in their order, without surrounding white space and without empty ones.
    static List<String> split(String field, String separator) {
        return Arrays.stream(field.split(Pattern.quote(separator)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    static Dialect dialect(Path file) {
        var header = firstLine(file);
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = header.chars().filter(c -> c == separator).count();
            if (count > most) {
                best = separator;
                most = count;
            }
        }
        boolean ofRecBole = best == '\t' && TYPED_HEADER.matcher(header).find();
        return ofRecBole ? Dialect.PLAIN_TSV : Dialect.quoted(best);
    }

    private static String firstLine(Path file) {
        try (var text = new BufferedReader(
                new java.io.InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
            return Optional.ofNullable(text.readLine()).orElse("");
        } catch (NoSuchFileException e) {
            throw new SommelierException(file + ": there is no such file; check the path", e);
        } catch (IOException e) {
            throw new SommelierException(
                    "cannot read " + file + " (" + e.getClass().getSimpleName() + "); check the path", e);
        }
    }
}
