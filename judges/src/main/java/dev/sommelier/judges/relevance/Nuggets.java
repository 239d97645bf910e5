package dev.sommelier.judges.relevance;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Questions that a relevant document answers, for each topic: a bank that a person has written or edited.
///
/// @param byTopic the questions by topic identifier, at least one for each
public record Nuggets(Map<String, List<String>> byTopic) {
    public Nuggets {
        var copy = new LinkedHashMap<String, List<String>>();
        byTopic.forEach((topic, questions) -> {
            if (questions.isEmpty()) {
                throw new IllegalArgumentException("topic " + topic + " needs at least one nugget question");
            }
            copy.put(topic, List.copyOf(questions));
        });
        byTopic = Map.copyOf(copy);
    }

    /// Lines of topic, tab, question; a topic may have several. Empty lines are left out.
    ///
    /// @throws SommelierException naming file, line, rule and value
    public static Nuggets read(Path file) {
        var questions = new LinkedHashMap<String, List<String>>();
        int number = 0;
        for (var line : lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            int tab = line.indexOf('\t');
            if (tab < 1 || line.substring(tab + 1).isBlank()) {
                throw new SommelierException(file + ":" + number + ": expected topic, tab and question, got \""
                        + line.strip() + "\"; mend the line.");
            }
            questions
                    .computeIfAbsent(line.substring(0, tab).strip(), topic -> new ArrayList<>())
                    .add(line.substring(tab + 1).strip());
        }
        return new Nuggets(questions);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new SommelierException(file + ": cannot read the nugget questions; check the path.", e);
        }
    }
}
