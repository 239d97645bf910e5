package dev.sommelier.recommenders.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two sets of row kernels against each other and against sums written down plainly.
class RowKernelsTest {
    private final SplittableRandom random = new SplittableRandom(20261125);
    private final RowKernels plain = new ScalarRowKernels();
    private final RowKernels fast = RowKernels.fastest();

    @ParameterizedTest
    @ValueSource(ints = {16, 64, 80, 144})
    void differenceIsThatOfTwoInnerProducts(int length) {
        var user = numbers(2 * length);
        var items = numbers(3 * length);
        double expected = 0;
        for (int f = 0; f < length; f++) {
            expected += (double) user[length + f] * (items[f] - items[2 * length + f]);
        }

        float difference = plain.difference(user, length, items, 0, 2 * length, length);

        assertThat((double) difference).isCloseTo(expected, within(1e-4));
        assertThat(fast.difference(user, length, items, 0, 2 * length, length)).isEqualTo(difference);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pullMovesTheUserAndOnRequestTheItems(boolean moveItems) {
        int length = 32;
        var user = numbers(length);
        var items = numbers(3 * length);
        var userBefore = user.clone();
        var itemsBefore = items.clone();
        var userByVector = user.clone();
        var itemsByVector = items.clone();

        plain.pull(user, items, length, 0, length, 0.25f, 0.5f, moveItems);
        fast.pull(userByVector, itemsByVector, length, 0, length, 0.25f, 0.5f, moveItems);

        assertThat(userByVector).containsExactly(user);
        assertThat(itemsByVector).containsExactly(items);
        assertThat(user[3])
                .isCloseTo(0.5f * userBefore[3] + 0.25f * (itemsBefore[length + 3] - itemsBefore[3]), within(1e-6f));
        assertThat(items[3])
                .isCloseTo(moveItems ? 0.5f * itemsBefore[3] - 0.25f * userBefore[3] : itemsBefore[3], within(1e-6f));
        assertThat(Arrays.copyOfRange(items, 2 * length, 3 * length))
                .containsExactly(Arrays.copyOfRange(itemsBefore, 2 * length, 3 * length));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64, 80})
    void addMovesOneRowByAnother(int length) {
        var rows = numbers(2 * length);
        var target = numbers(3 * length);
        var before = target.clone();
        var byVector = target.clone();

        plain.add(rows, length, 0.5f, target, length, length);
        fast.add(rows, length, 0.5f, byVector, length, length);

        assertThat(byVector).containsExactly(target);
        for (int f = 0; f < 3 * length; f++) {
            float moved = f < length || f >= 2 * length ? 0 : 0.5f * rows[f];
            assertThat(target[f]).isCloseTo(before[f] + moved, within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64, 80})
    void sumAddsTheChosenRowsByTheirWeights(int length) {
        int[] ids = {9, 2, 0, 3, 9};
        var rows = numbers(4 * length);
        var weights = numbers(4);
        var target = numbers(2 * length);
        var byVector = target.clone();

        plain.sum(rows, length, ids, 1, 4, weights, target, length);
        fast.sum(rows, length, ids, 1, 4, weights, byVector, length);

        assertThat(byVector).containsExactly(target);
        assertThat(target[length + 5])
                .isCloseTo(
                        weights[2] * rows[2 * length + 5] + weights[0] * rows[5] + weights[3] * rows[3 * length + 5],
                        within(1e-5f));
    }

    @Test
    void sumOfNoRowsIsZero() {
        var target = numbers(16);

        fast.sum(new float[0], 16, new int[0], 0, 0, new float[0], target, 0);

        assertThat(target).containsOnly(0);
    }

    @Test
    void expIsRightToNineDigitsAndDefinedEverywhere() {
        for (double x = -100; x < 100; x += 0.137) {
            double expected = Math.exp(x);
            assertThat(BprStep.exp(x)).isCloseTo(expected, within(1e-9 * expected));
        }
        assertThat(BprStep.exp(Double.NaN)).isNaN();
        assertThat(BprStep.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(BprStep.exp(Double.NEGATIVE_INFINITY)).isZero();
    }

    private float[] numbers(int count) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }
}
