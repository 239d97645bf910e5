package dev.sommelier.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    private static final long SEED = 21;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 21})
    void addsTheWeightedSumWithinTheRange(int count) {
        var random = new SplittableRandom(SEED);
        var rows = new double[count + 2][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = random.doubles(40).toArray();
        }
        var weights = random.doubles(count + 3).toArray();
        var target = random.doubles(40).toArray();
        var expected = target.clone();
        for (int m = 0; m < count; m++) {
            for (int c = 5; c < 33; c++) {
                expected[c] -= weights[3 + m] * rows[2 + m][c];
            }
        }

        Rows.add(target, -1, weights, 3, rows, 2, count, 5, 33);

        assertThat(target).as("seed %d", SEED).containsExactly(expected, within(1e-12));
    }
}
