package dev.sommelier.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.evaluation.Interval;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void fractionsHaveFourDecimalsAndNoLeadingZero() {
        assertThat(Figures.four(.12345)).isEqualTo(".1235");
        assertThat(Figures.four(1)).isEqualTo("1.0000");
        assertThat(Figures.four(-.01)).isEqualTo("-.0100");
        assertThat(Figures.four(-1e-9)).isEqualTo(".0000");
        assertThat(Figures.four(0)).isEqualTo(".0000");
    }

    @Test
    void intervalsFollowTheirMean() {
        var interval = new Interval(.1234, .09, .16, .95, 20);

        assertThat(Figures.interval(interval)).isEqualTo(".1234 [.0900, .1600]");
        assertThat(Figures.difference(new Interval(.01, -.04, .06, .95, 20))).isEqualTo("+.0100 [-.0400, +.0600]");
    }

    @Test
    void durationsChooseTheirUnit() {
        assertThat(Figures.seconds(.000012)).isEqualTo("12 µs");
        assertThat(Figures.seconds(.0034)).isEqualTo("3.4 ms");
        assertThat(Figures.seconds(7.128)).isEqualTo("7.13 s");
        assertThat(Figures.seconds(185)).isEqualTo("3 min 05 s");
        assertThat(Figures.seconds(59.999)).isEqualTo("60.00 s");
    }

    @Test
    void noChanceOfATestIsShownAsNothing() {
        assertThat(Figures.chance(.0312)).isEqualTo(".0312");
        assertThat(Figures.chance(.00005)).isEqualTo(".0001");
        assertThat(Figures.chance(.00004)).isEqualTo("<.0001");
    }

    @Test
    void amountsHaveThreeDigitsThatMatter() {
        assertThat(Figures.amount(.0123)).isEqualTo(".012");
        assertThat(Figures.amount(1.234)).isEqualTo("1.23");
        assertThat(Figures.amount(45.61)).isEqualTo("45.6");
        assertThat(Figures.amount(1234.4)).isEqualTo("1,234");
        assertThat(Figures.amount(0)).isEqualTo(".000");
    }

    @Test
    void sharesAreReadableAtBothEnds() {
        assertThat(Figures.percent(0)).isEqualTo("0 %");
        assertThat(Figures.percent(.0004)).isEqualTo("0.04 %");
        assertThat(Figures.percent(.125)).isEqualTo("12.5 %");
        assertThat(Figures.percent(1)).isEqualTo("100 %");
    }

    @Test
    void theMachinesLanguageChangesNothing() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Figures.four(.5) + Figures.count(1234)).isEqualTo(".50001,234");
        } finally {
            Locale.setDefault(before);
        }
    }
}
