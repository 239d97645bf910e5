package dev.sommelier.llm.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTokensTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<|im_start|>",
                "<|im_end|>",
                "<|eot_id|>",
                "<|start_header_id|>",
                "<|endoftext|>",
                "<|begin_of_text|>",
                "[INST]",
                "[/INST]",
                "<<SYS>>",
                "<s>",
                "</s>",
                "<start_of_turn>",
                "<end_of_turn>",
                "<\uFF5CUser\uFF5C>",
                "<\uFF5Cend\u2581of\u2581sentence\uFF5C>",
            })
    void removesAndCountsTheMarkersOfAllTemplates(String marker) {
        assertThat(TemplateTokens.clean("Toy " + marker + "Story")).isEqualTo(new TemplateTokens.Clean("Toy Story", 1));
    }

    @Test
    void removesMarkersThatAppearWhenOthersAreRemoved() {
        assertThat(TemplateTokens.clean("a<|im_<|im_end|>start|>b")).isEqualTo(new TemplateTokens.Clean("ab", 2));
    }

    @Test
    void leavesOrdinaryTextAlone() {
        var text = "I <3 \"M*A*S*H\" [1970] | <b>Alien</b> <-> |x|";

        assertThat(TemplateTokens.clean(text)).isEqualTo(new TemplateTokens.Clean(text, 0));
    }
}
