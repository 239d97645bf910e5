package dev.sommelier.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenPromptTest {
    static Stream<Path> cases() throws IOException, URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(GoldenPromptTest.class.getResource("/golden"))
                .toURI());
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".case")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rendersAsRecorded(Path file) throws IOException {
        var text = Files.readString(file);
        int system = text.indexOf("=== system\n");
        int user = text.indexOf("=== user\n");
        var head = text.substring(0, system).lines().toList();

        var prompt = PromptTemplate.load(head.getFirst().substring("template ".length()))
                .render(variables(head.subList(1, head.size())));

        assertThat(marked(prompt.system()))
                .isEqualTo(text.substring(system + 11, user).strip());
        assertThat(marked(prompt.user())).isEqualTo(text.substring(user + 9).strip());
    }

    private static Map<String, Value> variables(List<String> lines) {
        var values = new LinkedHashMap<String, Value>();
        for (var line : lines) {
            var parts = line.split(" ", 3);
            values.put(parts[1], value(parts[0], parts[2].replace("\\n", "\n")));
        }
        return values;
    }

    private static Value value(String kind, String text) {
        return switch (kind) {
            case "data" -> Value.data(text);
            case "trusted" -> Value.trusted(text);
            case "titles" -> {
                var segments = new ArrayList<Segment>();
                var titles = text.split(" \\| ", -1);
                for (int i = 0; i < titles.length; i++) {
                    segments.add(new Segment.Trusted((i == 0 ? "" : "\n") + (i + 1) + ". "));
                    segments.add(new Segment.Data(titles[i]));
                }
                yield Value.of(segments);
            }
            default -> throw new IllegalArgumentException("unknown kind \"" + kind + "\"");
        };
    }

    private static String marked(Prompt prompt) {
        return prompt.segments().stream()
                .map(segment -> switch (segment) {
                    case Segment.Trusted trusted -> trusted.text();
                    case Segment.Data data -> "⟦" + data.text() + "⟧";
                })
                .collect(Collectors.joining());
    }
}
