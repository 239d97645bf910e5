package dev.sommelier.evaluation.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessMetricTest {
    /// Four impressions, two clicks, one conversion of 12 that was clicked and one of 6 that was not.
    private final List<Impression> shown = List.of(
            new Impression("a", true, true, 12),
            new Impression("a", false, false, 0),
            new Impression("b", true, false, 0),
            new Impression("b", false, true, 6));

    @Test
    void ratiosOfSums() {
        assertThat(BusinessMetric.CTR.of(shown)).hasValue(0.5);
        assertThat(BusinessMetric.CONVERSION.of(shown)).hasValue(0.5);
        assertThat(BusinessMetric.CONVERSION_OF_IMPRESSIONS.of(shown)).hasValue(0.5);
        assertThat(BusinessMetric.REVENUE.of(shown)).hasValue(4.5);
        assertThat(BusinessMetric.ORDER_VALUE.of(shown)).hasValue(9);
        assertThat(BusinessMetric.CTR.of(List.of())).isEmpty();
        assertThat(BusinessMetric.CONVERSION.of(shown.subList(1, 2))).isEmpty();
    }

    @Test
    void intervalsResampleUsers() {
        var interval = BusinessMetric.CTR.interval(clicks("u", 40, 4), 500, 7).orElseThrow();
        assertThat(interval.mean()).isCloseTo(0.25, within(1e-12));
        assertThat(interval.n()).isEqualTo(40);
        assertThat(interval.low()).isLessThan(0.25);
        assertThat(interval.high()).isGreaterThan(0.25);
        assertThat(BusinessMetric.ORDER_VALUE.interval(shown.subList(1, 3), 500, 7))
                .isEmpty();
    }

    @Test
    void liftIsTheRelativeDifferenceWithItsInterval() {
        // 1/2 against 1/4
        var lift = Lift.of(BusinessMetric.CTR, clicks("t", 60, 2), clicks("c", 60, 4), 500, 7)
                .orElseThrow();
        assertThat(lift.lift()).isCloseTo(1, within(1e-12));
        assertThat(lift.treatment()).isCloseTo(0.5, within(1e-12));
        assertThat(lift.control()).isCloseTo(0.25, within(1e-12));
        var interval = lift.interval().orElseThrow();
        assertThat(interval.contains(1)).isTrue();
        assertThat(interval.n()).isEqualTo(120);
    }

    @Test
    void liftOverAControlWithoutEventsIsUndefined() {
        assertThat(Lift.of(
                        BusinessMetric.CTR,
                        clicks("t", 8, 2),
                        clicks("c", 2, 1000).subList(1, 2),
                        50,
                        7))
                .isEmpty();
        assertThat(Lift.of(BusinessMetric.CTR, clicks("t", 1, 1), clicks("c", 1, 1), 50, 7)
                        .orElseThrow()
                        .interval())
                .isEmpty();
    }

    @Test
    void revenueWithoutAConversionIsRefused() {
        assertThatThrownBy(() -> new Impression("a", true, false, 3)).hasMessageContaining("got 3.0 of user a");
    }

    /// One impression for each user, every so many of them clicked.
    private static List<Impression> clicks(String side, int users, int every) {
        var impressions = new ArrayList<Impression>();
        for (int i = 0; i < users; i++) {
            impressions.add(new Impression(side + i, i % every == 0, false, 0));
        }
        return impressions;
    }
}
