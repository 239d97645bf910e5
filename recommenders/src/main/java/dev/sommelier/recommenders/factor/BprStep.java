package dev.sommelier.recommenders.factor;

/// One step of stochastic gradient descent on `-ln sigmoid(s(user, liked) - s(user, other))`. For one thread.
///
/// The arithmetic is plain Java in two loops over three rows, copied so that all arrays share one index, which is what
/// the compiler turns into vector instructions.
final class BprStep {
    private static final int LANES = Kernels.EIGHT;

    private final float rate;
    private final float keep;
    private final int bias;
    private final int stride;
    private final float[] user;
    private final float[] liked;
    private final float[] other;
    private final float[] products;

    /// @param bias the place of the items' bias, where every user has a 1
    BprStep(BprOptions options, int bias, int stride) {
        this.rate = (float) options.learningRate();
        this.keep = (float) (1 - options.learningRate() * options.regularization());
        this.bias = bias;
        this.stride = stride;
        this.user = new float[stride];
        this.liked = new float[stride];
        this.other = new float[stride];
        this.products = new float[stride];
    }

    /// Moves the vectors of a user, an item that they had contact with, and another item.
    void move(float[] users, int userAt, float[] items, int likedAt, int otherAt, boolean moveItems) {
        System.arraycopy(users, userAt, user, 0, stride);
        System.arraycopy(items, likedAt, liked, 0, stride);
        System.arraycopy(items, otherAt, other, 0, stride);
        for (int f = 0; f < stride; f++) {
            products[f] = user[f] * (liked[f] - other[f]);
        }
        float step = (float) (rate / (1 + StrictMath.exp(sum())));
        for (int f = 0; f < stride; f++) {
            float before = user[f];
            products[f] = Math.fma(step, liked[f] - other[f], keep * before);
            liked[f] = Math.fma(step, before, keep * liked[f]);
            other[f] = Math.fma(-step, before, keep * other[f]);
        }
        products[bias] = 1;
        System.arraycopy(products, 0, users, userAt, stride);
        if (moveItems) {
            System.arraycopy(liked, 0, items, likedAt, stride);
            System.arraycopy(other, 0, items, otherAt, stride);
        }
    }

    /// The sum of the products as eight partial sums, so that they need not wait for each other.
    private double sum() {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        for (int f = 0; f < stride; f += LANES) {
            s0 += products[f];
            s1 += products[f + 1];
            s2 += products[f + 2];
            s3 += products[f + 3];
            s4 += products[f + 4];
            s5 += products[f + 5];
            s6 += products[f + 6];
            s7 += products[f + 7];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }
}
