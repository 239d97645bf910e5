package dev.sommelier.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdListTest {
    private final IdList ids = IdList.of(List.of("d10", "d2", "é", "", "d2"));

    @Test
    void keepsIdentifiersInOrder() {
        assertThat(ids.toList()).containsExactly("d10", "d2", "é", "", "d2");
        assertThat(ids.slice(1, 3).toList()).containsExactly("d2", "é");
    }

    @Test
    void equalIdentifiersAreTheSameInEveryList() {
        var other = IdList.of(List.of("x", "d2"));

        assertThat(ids.same(1, other, 1)).isTrue();
        assertThat(ids.hash(1)).isEqualTo(ids.hash(4)).isEqualTo(other.hash(1));
        assertThat(ids.same(0, ids, 1)).isFalse();
    }

    @Test
    void comparesBytesAsUnsigned() {
        assertThat(ids.compare(0, ids, 1)).isNegative();
        assertThat(ids.compare(2, ids, 1)).isPositive();
        assertThat(ids.compare(1, ids, 4)).isZero();
    }

    @Test
    void aPositionBeyondASliceIsRefused() {
        assertThatThrownBy(() -> ids.slice(0, 1).get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
