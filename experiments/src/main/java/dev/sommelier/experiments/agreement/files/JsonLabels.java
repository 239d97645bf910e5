package dev.sommelier.experiments.agreement.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.core.Qrels;
import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.agreement.FailedLabel;
import dev.sommelier.evaluation.agreement.LabelSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads labels as JSON lines, each an object with `topic`, `document` and one of
///
/// - `grade`: a whole number
/// - `probabilities`: of the grades, an array from grade 0 or an object by grade; the label is the most probable grade,
///   of equal ones the lower
/// - `failed`: why there is no label
final class JsonLabels {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final Map<String, LinkedHashMap<String, Integer>> grades = new LinkedHashMap<>();
    private final List<FailedLabel> failed = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();

    private JsonLabels(Path file) {
        this.file = file;
    }

    static LabelSet read(Path file, String name, List<String> lines) {
        var labels = new JsonLabels(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                labels.add(i + 1, lines.get(i));
            }
        }
        return new LabelSet(name, Qrels.of(labels.grades), labels.failed);
    }

    private void add(int line, String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SommelierException(
                    file + ":" + line + ": expected one JSON object, got something that is no JSON.", e);
        }
        var topic = id(line, node, "topic");
        var document = id(line, node, "document");
        if (!seen.add(List.of(topic, document))) {
            throw bad(line, "document \"" + document + "\" of topic \"" + topic + "\" appears twice");
        }
        if (node.path("failed").isTextual()) {
            failed.add(new FailedLabel(topic, document, node.path("failed").asText()));
        } else {
            grades.computeIfAbsent(topic, key -> new LinkedHashMap<>()).put(document, grade(line, node));
        }
    }

    private String id(int line, JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw bad(
                    line,
                    "\"" + field + "\" must be a text or a whole number, got "
                            + (value.isMissingNode() ? "none" : value));
        }
        return value.asText();
    }

    private int grade(int line, JsonNode node) {
        var grade = node.path("grade");
        if (grade.isInt()) {
            return grade.intValue();
        }
        var probabilities = node.path("probabilities");
        if (!grade.isMissingNode()
                || !(probabilities.isArray() || probabilities.isObject())
                || probabilities.isEmpty()) {
            throw bad(
                    line,
                    "expected \"grade\" (a whole number), \"probabilities\" (an array from grade 0, or an object by"
                            + " grade) or \"failed\" (a text)");
        }
        return mostProbable(line, probabilities);
    }

    private int mostProbable(int line, JsonNode probabilities) {
        int best = 0;
        double most = -1;
        int position = 0;
        var names = probabilities.fieldNames();
        for (var probability : probabilities) {
            int candidate = probabilities.isArray() ? position++ : number(line, names.next());
            double value = probability.asDouble(-1);
            if (!(value >= 0 && value <= 1 + 1e-6)) {
                throw bad(line, "a probability must be from 0 to 1, got " + probability);
            }
            if (value > most || (value == most && candidate < best)) {
                best = candidate;
                most = value;
            }
        }
        return best;
    }

    private int number(int line, String grade) {
        if (!grade.matches("-?\\d{1,9}")) {
            throw bad(line, "\"probabilities\" must be by grade, a whole number, got \"" + grade + "\"");
        }
        return Integer.parseInt(grade);
    }

    private SommelierException bad(int line, String rule) {
        return new SommelierException(file + ":" + line + ": " + rule + ".");
    }
}
