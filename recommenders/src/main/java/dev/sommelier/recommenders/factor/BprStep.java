package dev.sommelier.recommenders.factor;

/// One step of stochastic gradient descent on `-ln sigmoid(s(user, liked) - s(user, other))`. For one thread.
final class BprStep {
    /// Beyond this the step is 0 or the whole rate in single precision.
    private static final double FAR = 80;

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2_HIGH = 0.6931471803691238;
    private static final double LN_2_LOW = 1.9082149292705877e-10;
    private static final int LAST_TERM = 8;
    private static final double[] INVERSE = {0, 1, 1 / 2.0, 1 / 3.0, 1 / 4.0, 1 / 5.0, 1 / 6.0, 1 / 7.0};
    private static final int EXPONENT_BIAS = 1023;
    private static final int EXPONENT_AT = 52;

    private final RowKernels kernels;
    private final float rate;
    private final float keep;
    private final int bias;
    private final int stride;
    private final float[] user;

    /// @param bias the place of the items' bias, where every user has a 1
    BprStep(BprOptions options, int bias, int stride, RowKernels kernels) {
        this.kernels = kernels;
        this.rate = (float) options.learningRate();
        this.keep = (float) (1 - options.learningRate() * options.regularization());
        this.bias = bias;
        this.stride = stride;
        this.user = new float[stride];
    }

    /// Takes a user's vector over until [#release].
    void take(float[] users, int at) {
        System.arraycopy(users, at, user, 0, stride);
    }

    /// Moves the vectors of the taken user, an item that they had contact with, and another item.
    void move(float[] items, int likedAt, int otherAt, boolean moveItems) {
        double difference = kernels.difference(user, 0, items, likedAt, otherAt, stride);
        float step = (float) (rate / (1 + exp(difference)));
        kernels.pull(user, items, likedAt, otherAt, stride, step, keep, moveItems);
        user[bias] = 1;
    }

    /// Puts the user's vector back.
    void release(float[] users, int at) {
        System.arraycopy(user, 0, users, at, stride);
    }

    /// `e^x` to nine digits by the same operations on every machine, at a fraction of the price of `StrictMath`.
    static double exp(double x) {
        if (!(Math.abs(x) < FAR)) {
            return StrictMath.exp(x);
        }
        double twos = Math.floor(x * LOG2_E + 0.5);
        double r = x - twos * LN_2_HIGH - twos * LN_2_LOW;
        // Taylor's series by Horner's rule: |r| is at most ln(2) / 2.
        double sum = 1 + r / LAST_TERM;
        for (int term = LAST_TERM - 1; term > 0; term--) {
            sum = 1 + r * INVERSE[term] * sum;
        }
        return sum * Double.longBitsToDouble((long) (twos + EXPONENT_BIAS) << EXPONENT_AT);
    }
}
