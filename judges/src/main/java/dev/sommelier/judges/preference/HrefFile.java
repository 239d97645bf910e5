package dev.sommelier.judges.preference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.core.SommelierException;
import dev.sommelier.judges.preference.Preference.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads pairs of answers in the format of HREF's human agreement set (Lyu et al.,
/// [arXiv:2412.15524](https://arxiv.org/abs/2412.15524)) as JSON lines: `category`, `instruction`, `output_a`,
/// `output_b`, `annotations` (a list with 1 for the first answer, 2 for the second, 0 for neither) and, where there is
/// one, `reference`, an answer that a person has written. Other fields are left out.
public final class HrefFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Verdict> VERDICTS = List.of(Verdict.TIE, Verdict.FIRST, Verdict.SECOND);

    private HrefFile() {}

    /// The pairs, in the file's order; each is named by its line.
    ///
    /// @throws SommelierException naming file, line, rule and value
    public static List<AnnotatedPair> read(Path file) {
        var pairs = new ArrayList<AnnotatedPair>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new SommelierException(file + ": cannot read the pairs of answers as UTF-8 text; check the path.", e);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                pairs.add(pair(file, i + 1, lines.get(i)));
            }
        }
        if (pairs.isEmpty()) {
            throw new SommelierException(file + ":1: expected at least one pair of answers, got none; check the path.");
        }
        return List.copyOf(pairs);
    }

    private static AnnotatedPair pair(Path file, int number, String line) {
        var where = file + ":" + number;
        try {
            var node = JSON.readTree(line);
            var reference = node.path("reference").asText("");
            var pair = new AnswerPair(
                    file.getFileName() + ":" + number,
                    text(where, node, "category"),
                    text(where, node, "instruction"),
                    reference.isBlank() ? Optional.empty() : Optional.of(reference),
                    answer(where, node, "output_a"),
                    answer(where, node, "output_b"),
                    Optional.empty());
            return AnnotatedPair.of(pair, annotations(where, node.path("annotations")));
        } catch (JsonProcessingException e) {
            throw new SommelierException(
                    where + ": expected a JSON object, got \"" + shown(line) + "\"; mend the line.", e);
        }
    }

    private static String text(String where, JsonNode node, String field) {
        var text = answer(where, node, field);
        if (text.isBlank()) {
            throw new SommelierException(where + ": \"" + field + "\" is empty; mend the line.");
        }
        return text;
    }

    /// An answer may be empty: a model that says nothing has answered badly.
    private static String answer(String where, JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isTextual()) {
            throw new SommelierException(where + ": expected the text \"" + field + "\", got " + shown(value.toString())
                    + "; the fields are category, instruction, output_a, output_b, annotations and reference.");
        }
        return value.asText();
    }

    private static List<Verdict> annotations(String where, JsonNode array) {
        var verdicts = new ArrayList<Verdict>();
        for (var value : array) {
            if (!value.isInt() || value.asInt() < 0 || value.asInt() >= VERDICTS.size()) {
                throw new SommelierException(where + ": expected annotations of 1 (first answer), 2 (second) or 0"
                        + " (neither), got " + shown(array.toString()) + "; mend the line.");
            }
            verdicts.add(VERDICTS.get(value.asInt()));
        }
        if (verdicts.isEmpty()) {
            throw new SommelierException(
                    where + ": expected \"annotations\", a list with one number for each annotator," + " got "
                            + shown(array.toString()) + "; leave the line out or add what people said.");
        }
        return verdicts;
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
