package dev.sommelier.experiments.compare.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {
    @Test
    void everyValueKnowsItsLineAndColumn() {
        var root = Fields.mapping(YamlText.read("e.yaml", "# first\nname: a\nlist:\n  - x\n  - k: 7\n"), "root");

        assertThat(entry(root, "name").key()).isEqualTo(new Place("e.yaml", 2, 1));
        assertThat(entry(root, "name").value()).isEqualTo(new Yaml.Scalar(new Place("e.yaml", 2, 7), "a"));
        var list = (Yaml.Sequence) entry(root, "list").value();
        assertThat(list.values().get(1).place()).isEqualTo(new Place("e.yaml", 5, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1%nb: [1|e.yaml:2:6: this is not YAML",
                "a: 1%na: 2|e.yaml:2:1: the key \"a\" stands twice, first at e.yaml:1:1",
                "a: &x 1%nb: *x|e.yaml:2:4: aliases are not read",
                "a: 1%n---%nb: 2|one document is expected",
            })
    void refusesWhatCannotBeReadAsOneDocument(String text, String message) {
        assertThatThrownBy(() -> YamlText.read("e.yaml", text.replace("%n", "\n")))
                .hasMessageContaining(message);
    }

    @Test
    void namesTheNearestKey() {
        var yaml = YamlText.read("e.yaml", "contender: []\n");

        assertThatThrownBy(() -> Fields.of(yaml, "an experiment", List.of("name", "contenders")))
                .hasMessage("e.yaml:1:1: \"contender\" is no key of an experiment; the nearest is \"contenders\","
                        + " all are name, contenders");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k: ten|e.yaml:1:4: k is a whole number from 1 to 9, got \"ten\"",
                "k: 10|e.yaml:1:4: k is a whole number from 1 to 9, got \"10\"",
                "k: [1]|e.yaml:1:4: k is a whole number from 1 to 9, got a list",
            })
    void tellsRuleAndReceivedValue(String text, String message) {
        var fields = Fields.of(YamlText.read("e.yaml", text), "a task", List.of("k"));

        assertThatThrownBy(() -> fields.integer("k", 1, 9, 5)).hasMessage(message);
    }

    private static Yaml.Entry entry(Yaml.Mapping mapping, String key) {
        return Optional.ofNullable(mapping.entries().get(key)).orElseThrow();
    }
}
