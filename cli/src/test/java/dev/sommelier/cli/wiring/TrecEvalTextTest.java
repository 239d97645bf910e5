package dev.sommelier.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrecEvalTextTest {
    @Test
    void fourDecimalsAreThoseOfTheExactBinaryValue() {
        var random = new Random(4);
        for (int i = 0; i < 200_000; i++) {
            // Fractions of small numbers, halves of the last decimal, their neighbours, and values of any size.
            double value =
                    switch (i % 4) {
                        case 0 -> random.nextInt(2000) / (1.0 + random.nextInt(2000));
                        case 1 -> random.nextInt(1 << 20) / (double) (1 << (5 + random.nextInt(15)));
                        case 2 -> Math.nextUp((random.nextInt(10_000) + 0.5) / 10_000);
                        default -> random.nextDouble() * Math.pow(10, random.nextInt(16) - 6);
                    };
            assertThat(printed(value)).isEqualTo(exact(value));
        }
        assertThat(printed(0)).isEqualTo("0.0000");
        assertThat(printed(0.00005)).isEqualTo(exact(0.00005));
        assertThat(printed(0.03125)).isEqualTo("0.0312");
        assertThat(printed(-1.5)).isEqualTo("-1.5000");
    }

    private static String printed(double value) {
        var text = new StringBuilder();
        TrecEvalText.fourDecimals(text, value);
        return text.toString();
    }

    private static String exact(double value) {
        return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }
}
