package dev.sommelier.experiments.compare.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Reads one YAML document into [Yaml] values. Aliases and several documents are refused: what stands in an
/// experiment should be what one reads there.
public final class YamlText {
    private final String file;
    private final YAMLParser parser;

    private YamlText(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /// The document of a text.
    ///
    /// @param file the name that messages show
    /// @throws dev.sommelier.core.SommelierException with line and column where the text is no YAML
    public static Yaml read(String file, String text) {
        try (var parser = new YAMLFactory().createParser(text)) {
            return new YamlText(file, parser).document();
        } catch (JsonProcessingException e) {
            var where = place(file, e.getLocation());
            throw where.wrong("this is not YAML: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("a string does not fail to be read", e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unreadable").strip();
    }

    private Yaml document() throws IOException {
        if (parser.nextToken() == null) {
            return new Yaml.Mapping(new Place(file, 1, 1), new LinkedHashMap<>());
        }
        var value = value();
        if (parser.nextToken() != null) {
            throw here().wrong("one document is expected, got a second one");
        }
        return value;
    }

    private Yaml value() throws IOException {
        var place = here();
        if (parser.isCurrentAlias()) {
            throw place.wrong("aliases are not read; write the value out");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> {
                var values = new ArrayList<Yaml>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value());
                }
                yield new Yaml.Sequence(place, values);
            }
            case VALUE_NULL -> new Yaml.Scalar(place, "");
            default -> new Yaml.Scalar(place, parser.getText());
        };
    }

    private Yaml mapping(Place place) throws IOException {
        var entries = new LinkedHashMap<String, Yaml.Entry>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = here();
            var name = parser.currentName();
            parser.nextToken();
            var before = entries.putIfAbsent(name, new Yaml.Entry(key, value()));
            if (before != null) {
                throw key.wrong("the key \"" + name + "\" stands twice, first at " + before.key());
            }
        }
        return new Yaml.Mapping(place, entries);
    }

    private Place here() {
        return place(file, parser.currentTokenLocation());
    }

    private static Place place(String file, JsonLocation location) {
        return location == null
                ? new Place(file, 1, 1)
                : new Place(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
