package dev.sommelier.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptTemplateTest {
    private static final String SOURCE = "---system---\nRules: {{!rules}}\n---user---\n{{title}}\n";
    private final PromptTemplate template = PromptTemplate.parse("x", "3", SOURCE);

    @Test
    void aMissingAndAnUnknownVariableAreNamedTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.render(Map.of("rules", Value.trusted("r"), "titel", Value.data("t"))))
                .withMessage("x@3: the template's variables are [rules, title]; missing [title], unknown [titel]");
    }

    @Test
    void dataCannotFillATrustedVariable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.render(Map.of("rules", Value.data("r"), "title", Value.data("t"))))
                .withMessageContaining("{{!rules}} is trusted text but got data");
    }

    @Test
    void aDataVariableTakesDataOnly() {
        var mixed = Value.of(List.of(new Segment.Trusted("1. "), new Segment.Data("t")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.render(Map.of("rules", Value.trusted("r"), "title", mixed)))
                .withMessageContaining("{{title}} takes data only");
    }

    @Test
    void theHashIsOfTheTemplateAndIgnoresItsLineEnds() {
        var windows = PromptTemplate.parse("x", "3", SOURCE.replace("\n", "\r\n"));
        var other = PromptTemplate.parse("x", "3", SOURCE.replace("Rules", "rules"));

        assertThat(template.hash()).hasSize(64).isEqualTo(windows.hash()).isNotEqualTo(other.hash());
        var prompt = template.render(Map.of("rules", Value.trusted("r"), "title", Value.data("t")));
        assertThat(prompt.user().hash()).isEqualTo(template.hash());
        assertThat(prompt.user().label()).startsWith("x@3 (").hasSize(18);
    }

    @Test
    void aTemplateWithoutUserSectionIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PromptTemplate.parse("x", "1", "---system---\nA\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> PromptTemplate.parse("x", "1", "hello\n---user---\nA\n"));
    }

    @Test
    void anUnfinishedVariableIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromptTemplate.parse("x", "1", "---user---\n{{ title }}\n"))
                .withMessageContaining("x@1");
    }

    @Test
    void anUnknownTemplateOrVersionIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromptTemplate.load("golden-demo@9"))
                .withMessageContaining("\"golden-demo@9\"");
        assertThatIllegalArgumentException().isThrownBy(() -> PromptTemplate.load("../secret"));
    }

    @Test
    void anEmptyListMayFillATrustedVariable() {
        var prompt = PromptTemplate.load("golden-next").render(Map.of("list", Value.of(List.of())));

        assertThat(prompt.user().text()).isEqualTo("Now: ");
    }
}
