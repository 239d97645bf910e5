package dev.sommelier.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
    private static final String LINE = "1. Twelve Monkeys (1995) - because you like Heat (1995) and Alien (1979)";

    @Test
    void linesBreakBetweenWordsAndLoseNone() {
        var lines = Wrapped.lines(LINE, 40);

        assertThat(lines)
                .containsExactly("1. Twelve Monkeys (1995) - because you", "   like Heat (1995) and Alien (1979)");
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThan(40));
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(Wrapped.lines("映画映画映画映画映画 映画映画映画映画映画 end", 30)).hasSize(2);
    }

    @Test
    void aWordThatFitsNowhereAndANarrowScreenAreLeftAlone() {
        assertThat(Wrapped.lines("x".repeat(200), 40)).containsExactly("x".repeat(200));
        assertThat(Wrapped.lines(LINE + "\n\nend", 0)).containsExactly(LINE, "", "end");
    }
}
