package dev.sommelier.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CautionsTest {
    @Test
    void aHandfulOfUsersIsTooFewEvenToSayHowManyItWouldTake() {
        assertThat(SampleReport.of(2).warnings())
                .anySatisfy(warning ->
                        assertThat(warning).startsWith("2 users are too few").doesNotContain("would take"));
    }

    @Test
    void twentyUsersTellHowManyItWouldTake() {
        assertThat(SampleReport.of(20).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("20 users are too few", "would take about"));
    }

    @Test
    void noHitIsNotProofOfNone() {
        assertThat(SampleReport.of(20).warnings())
                .anySatisfy(
                        warning -> assertThat(warning).contains("No hit at all", "true hit rates up to about .150"));
    }

    @Test
    void failedUsersAreNamedWithTheirCause() {
        assertThat(SampleReport.of(300).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("of 300 users", "× the model answered nothing"));
    }
}
