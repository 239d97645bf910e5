package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.judges.relevance.Truncation.Policy;
import dev.sommelier.llm.CharacterTokens;
import dev.sommelier.llm.Tokens;
import org.junit.jupiter.api.Test;

class TruncationTest {
    private static final Tokens TOKENS = new CharacterTokens();
    private static final String LONG =
            "first ".repeat(40) + "here an owl hunts mice at night " + "filler ".repeat(40) + "last words";

    @Test
    void shortTextsStayAsTheyAreUnderEveryPolicy() {
        for (var policy : Policy.values()) {
            var cut = new Truncation(policy, 10).cut(TOKENS, "owl", "a short text");

            assertThat(cut.text()).isEqualTo("a short text");
            assertThat(cut.shortened()).isFalse();
        }
    }

    @Test
    void theHeadKeepsTheBeginningAndHeadTailTheEndToo() {
        var head = new Truncation(Policy.HEAD, 10).cut(TOKENS, "owl", LONG);
        var both = new Truncation(Policy.HEAD_TAIL, 10).cut(TOKENS, "owl", LONG);

        assertThat(head.text()).isEqualTo(LONG.substring(0, 40));
        assertThat(head.shortened()).isTrue();
        assertThat(both.text()).startsWith("first first").endsWith("last words");
    }

    @Test
    void theBestWindowHoldsTheWordsOfTheQuery() {
        var cut = new Truncation(Policy.BEST_WINDOW, 12).cut(TOKENS, "what does an owl hunt at night", LONG);

        assertThat(cut.text()).contains("owl").contains("night");
        assertThat(TOKENS.count(cut.text())).isLessThanOrEqualTo(12);
    }
}
