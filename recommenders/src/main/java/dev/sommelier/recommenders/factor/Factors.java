package dev.sommelier.recommenders.factor;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Vectors of users or items in single precision: `rows x factors`, row after row, each padded with zeros to a multiple
/// of 16 numbers.
///
/// Not changed after training; safe for use by several threads.
public final class Factors {
    /// The most factors that a model may have; the square of it must fit into one array many times.
    static final int MOST = 4096;

    private final int rows;
    private final int factors;
    private final int stride;
    private final float[] data;

    private Factors(int rows, int factors, float[] data) {
        this.rows = rows;
        this.factors = factors;
        this.stride = stride(factors);
        this.data = data;
    }

    /// @throws IllegalArgumentException if `rows x factors` numbers are more than one array holds
    static Factors zeros(int rows, int factors) {
        long size = (long) rows * stride(factors);
        if (size > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException(rows + " rows of " + factors + " factors are " + size
                    + " numbers with padding, more than the 2147483583 of one array; take fewer factors");
        }
        return new Factors(rows, factors, new float[(int) size]);
    }

    /// Numbers uniform in `[low, high)`, row after row.
    static Factors random(int rows, int factors, double low, double high, SplittableRandom random) {
        var result = zeros(rows, factors);
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < factors; f++) {
                result.data[row * result.stride + f] = (float) (low + (high - low) * random.nextDouble());
            }
        }
        return result;
    }

    /// Copies rows of equal length.
    ///
    /// @throws IllegalArgumentException if a row has another length or holds a number that is not finite
    public static Factors of(float[][] rows, int factors) {
        var result = zeros(rows.length, factors);
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != factors) {
                throw new IllegalArgumentException(
                        "row " + row + " must have " + factors + " numbers, got " + rows[row].length);
            }
            for (int f = 0; f < factors; f++) {
                if (!Float.isFinite(rows[row][f])) {
                    throw new IllegalArgumentException(
                            "numbers must be finite, row " + row + " has " + rows[row][f] + " at " + f);
                }
            }
            System.arraycopy(rows[row], 0, result.data, row * result.stride, factors);
        }
        return result;
    }

    /// The number of vectors.
    public int rows() {
        return rows;
    }

    /// The length of a vector.
    public int factors() {
        return factors;
    }

    /// A copy of one vector.
    public float[] row(int row) {
        return Arrays.copyOfRange(data, row * stride, row * stride + factors);
    }

    /// The numbers from one row to the next.
    int stride() {
        return stride;
    }

    /// The padded rows themselves.
    float[] data() {
        return data;
    }

    /// Whether every number is finite.
    boolean finite() {
        for (float value : data) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /// The next multiple of a panel's width.
    static int stride(int factors) {
        return (factors + Kernels.WIDTH - 1) / Kernels.WIDTH * Kernels.WIDTH;
    }
}
