package dev.sommelier.judges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.RatingScale;
import org.junit.jupiter.api.Test;

class StarLabelsTest {
    @Test
    void wholeStarsAreTheirOwnLabels() {
        var labels = StarLabels.of(new RatingScale(1, 5, 1));

        assertThat(labels.labels()).containsExactly("1", "2", "3", "4", "5");
        assertThat(labels.value("4")).isEqualTo(4);
        assertThat(labels.text(4)).isEqualTo("4");
    }

    @Test
    void halfStepsAreShownAndTheWholeNumbersAreTheLabels() {
        var labels = StarLabels.of(new RatingScale(.5, 5, .5));

        assertThat(labels.labels()).containsExactly("1", "2", "3", "4", "5");
        assertThat(labels.text(4.5)).isEqualTo("4.5");
        assertThat(labels.value("5")).isEqualTo(5);
    }

    @Test
    void aScaleOfTenIsMappedToFiveLabels() {
        var labels = StarLabels.of(new RatingScale(1, 10, 1));

        assertThat(labels.labels()).hasSize(5);
        assertThat(labels.value("1")).isEqualTo(1);
        assertThat(labels.value("3")).isEqualTo(5.5);
        assertThat(labels.value("5")).isEqualTo(10);
        assertThat(labels.text(10)).isEqualTo("5");
        assertThat(labels.text(5.5)).isEqualTo("3");
    }

    @Test
    void negativeScalesAreMappedToo() {
        var labels = StarLabels.of(new RatingScale(-10, 10, .25));

        assertThat(labels.value("3")).isZero();
        assertThat(labels.text(-10)).isEqualTo("1");
    }

    @Test
    void nineLabelsStayNine() {
        assertThat(StarLabels.of(new RatingScale(1, 9, 1)).labels()).hasSize(9);
        assertThat(StarLabels.of(new RatingScale(0, 9, 1)).labels()).hasSize(5);
    }
}
