package dev.sommelier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimCheckTest {
    @Test
    void fewUsersAndAnIntervalWithZeroAreTooFew() {
        var difference = new Interval(0.05, -0.05, 0.15, 0.95, 20);

        assertThat(ClaimCheck.supports(difference)).isFalse();
        assertThat(ClaimCheck.describe(difference))
                .isEqualTo("20 users are too few for a claim: the 95 % interval of the difference, -0.0500 to +0.1500,"
                        + " includes 0; a difference of this size would need about 80 users.");
    }

    @Test
    void fewUsersAreTooFewEvenWhereTheIntervalLeavesOutZero() {
        var difference = new Interval(0.1, 0.02, 0.18, 0.95, 20);

        assertThat(ClaimCheck.supports(difference)).isFalse();
        assertThat(ClaimCheck.describe(difference))
                .isEqualTo("20 users are too few for a claim: the 95 % interval of the difference, +0.0200 to +0.1800,"
                        + " leaves out 0, but below 30 users such intervals are too narrow.");
    }

    @Test
    void manyUsersWithAnIntervalAroundZeroCarryNoClaim() {
        var difference = new Interval(-0.01, -0.03, 0.01, 0.95, 200);

        assertThat(ClaimCheck.supports(difference)).isFalse();
        assertThat(ClaimCheck.describe(difference))
                .isEqualTo("No claim: over 200 users, the 95 % interval of the difference, -0.0300 to +0.0100, includes"
                        + " 0; a difference of this size would need about 800 users.");
    }

    @Test
    void noDifferenceAtAllAsksForNoMoreUsers() {
        assertThat(ClaimCheck.describe(new Interval(0, 0, 0, 0.95, 1)))
                .isEqualTo("1 user is too few for a claim: the 95 % interval of the difference, +0.0000 to +0.0000,"
                        + " includes 0.");
    }

    @Test
    void aClearDifferenceOverEnoughUsersIsSupported() {
        var difference = new Interval(-0.06, -0.08, -0.04, 0.95, 943);

        assertThat(ClaimCheck.supports(difference)).isTrue();
        assertThat(ClaimCheck.describe(difference))
                .isEqualTo("The difference of -0.0600 is supported: over 943 users, the 95 % interval of the"
                        + " difference, -0.0800 to -0.0400, leaves out 0.");
    }
}
