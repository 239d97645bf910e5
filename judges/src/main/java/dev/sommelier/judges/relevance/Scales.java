package dev.sommelier.judges.relevance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Scales by their names, or from a file such as
/// `{"name": "three", "grades": [{"value": 0, "meaning": "is off topic"}, ...]}`.
public final class Scales {
    private static final String FORM = "{\"name\": ..., \"grades\": [{\"value\": 0, \"meaning\": ...}, ...]}";
    private static final List<GradeScale> KNOWN = List.of(GradeScale.TREC4, GradeScale.BINARY, GradeScale.PERCENT);

    private Scales() {}

    /// The names of the built-in scales.
    public static List<String> names() {
        return KNOWN.stream().map(GradeScale::name).toList();
    }

    /// Whether this is the name of a built-in scale.
    public static boolean isKnown(String name) {
        return KNOWN.stream().anyMatch(scale -> scale.name().equalsIgnoreCase(name));
    }

    /// A built-in scale, or that of a file.
    ///
    /// @throws SommelierException if it is neither
    public static GradeScale of(String nameOrFile) {
        return KNOWN.stream()
                .filter(scale -> scale.name().equalsIgnoreCase(nameOrFile))
                .findFirst()
                .orElseGet(() -> read(nameOrFile));
    }

    private static GradeScale read(String file) {
        try {
            var root = new ObjectMapper().readTree(Files.readString(Path.of(file)));
            var grades = new ArrayList<GradeScale.Grade>();
            for (var grade : root.path("grades")) {
                if (!grade.path("value").isInt()
                        || grade.path("meaning").asText().isBlank()) {
                    throw new IllegalArgumentException(
                            "every grade has a whole \"value\" and a \"meaning\", got " + grade);
                }
                grades.add(new GradeScale.Grade(
                        grade.path("value").asInt(), grade.path("meaning").asText()));
            }
            return new GradeScale(root.path("name").asText(file), grades);
        } catch (JsonProcessingException e) {
            throw new SommelierException(
                    file + ":" + e.getLocation().getLineNr() + ": a scale is JSON and here it breaks; write " + FORM
                            + ".",
                    e);
        } catch (IllegalArgumentException e) {
            throw new SommelierException(file + " is no scale (" + e.getMessage() + "); write " + FORM + ".", e);
        } catch (IOException e) {
            throw new SommelierException(
                    "there is no scale \"" + file + "\": it is none of " + String.join(", ", names())
                            + " and no readable file; check the name.",
                    e);
        }
    }
}
