package dev.sommelier.datasets.trec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.0",
                "+3",
                ".5",
                "5.",
                "1e5",
                "1E-5",
                "123456789012345678901234567890",
                "0.1",
                "4.9e-324",
                "1.7976931348623157e308",
                "9007199254740993",
                "0.000000000000000000000000000001",
                "1e22",
                "1e23",
                "00012.50"
            })
    void isTheNearestDouble(String text) {
        assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "e5", "1e", "1e+", "1.2.3", "1f", "0x1p3", "NaN", "inf", "Infinity", "1,5", "--1"})
    void isNoNumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void randomNumbersAreTheNearestDouble() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 100_000; i++) {
            var text = String.format(Locale.ROOT, "%." + random.nextInt(1, 18) + "g", random.nextDouble() * 100);
            assertThat(parse(text)).as("seed 4, number %d", i).isEqualTo(Double.parseDouble(text));
        }
    }

    private static double parse(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 0, bytes.length);
    }
}
