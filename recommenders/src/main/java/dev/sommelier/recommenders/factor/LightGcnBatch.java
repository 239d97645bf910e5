package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.Workers;
import dev.sommelier.recommenders.factor.Propagation.Both;
import java.util.Arrays;
import java.util.SplittableRandom;

/// The contacts of one step of [LightGcnTraining], their negatives, and what they add to loss and gradient. For one
/// thread, which uses all threads of its fork-join pool: what a contact wants by itself is computed in blocks, and rows
/// are added to by one thread in the order of the contacts.
final class LightGcnBatch {
    private static final int BLOCK = 512;
    private static final int DRAWS = 10;

    private final Contacts contacts;
    private final RowKernels kernels = RowKernels.fastest();
    private final int stride;
    private int size;
    private int[] users = new int[0];
    private int[] liked = new int[0];
    private int[] negatives = new int[0];
    private float[] slopes = new float[0];
    private double[] losses = new double[0];

    LightGcnBatch(Contacts contacts, int stride) {
        this.contacts = contacts;
        this.stride = stride;
    }

    /// Takes the contacts `order[from]` to `order[to - 1]`, with negatives that depend on the seed alone.
    ///
    /// @param userOfContact by place among the contacts
    void draw(int[] order, int from, int to, int[] userOfContact, long seed) {
        take(Arrays.copyOfRange(order, from, to), userOfContact);
        var random = new SplittableRandom(seed);
        var ofBlocks = new SplittableRandom[blocks()];
        Arrays.setAll(ofBlocks, block -> random.split());
        Workers.run(ofBlocks.length, () -> 0, (none, block) -> {
            for (int b = block * BLOCK; b < end(block); b++) {
                negatives[b] = negative(users[b], ofBlocks[block]);
            }
        });
    }

    /// Takes contacts and their negatives.
    void set(int[] batch, int[] ofContacts, int[] userOfContact) {
        take(batch, userOfContact);
        System.arraycopy(ofContacts, 0, negatives, 0, size);
    }

    /// Sets the gradient of the mean of `-ln sigmoid(s(u,i) - s(u,j))` by the vectors whose products the scores are.
    ///
    /// @return the sum of the contacts' losses
    double likelihood(Both vectors, Both gradient) {
        float[] ofUsers = vectors.users().data();
        float[] ofItems = vectors.items().data();
        Workers.run(blocks(), () -> 0, (none, block) -> {
            for (int b = block * BLOCK; b < end(block); b++) {
                double difference = kernels.difference(
                        ofUsers, users[b] * stride, ofItems, liked[b] * stride, negatives[b] * stride, stride);
                slopes[b] = (float) (1 / (1 + BprStep.exp(difference)) / size);
                losses[b] = StrictMath.log1p(BprStep.exp(-Math.abs(difference))) + Math.max(0, -difference);
            }
        });
        Workers.run(2, () -> 0, (none, side) -> {
            if (side == 0) {
                addToUsers(ofItems, gradient.users().data());
            } else {
                addToItems(ofUsers, gradient.items().data());
            }
        });
        double loss = 0;
        for (int b = 0; b < size; b++) {
            loss += losses[b];
        }
        return loss;
    }

    /// Adds the gradient of `weight / 2` times the squares of the contacts' vectors.
    ///
    /// @return half the weighted squares
    double squares(Both vectors, Both gradient, float weight) {
        var ofUsers = new int[contacts.users()];
        var ofItems = new int[contacts.items()];
        for (int b = 0; b < size; b++) {
            ofUsers[users[b]]++;
            ofItems[liked[b]]++;
            ofItems[negatives[b]]++;
        }
        return weight
                / 2
                * (squares(ofUsers, vectors.users(), gradient.users(), weight)
                        + squares(ofItems, vectors.items(), gradient.items(), weight));
    }

    int size() {
        return size;
    }

    private double squares(int[] times, Factors vectors, Factors gradient, float weight) {
        var squaresOf = new double[(times.length + BLOCK - 1) / BLOCK];
        Workers.run(squaresOf.length, () -> 0, (none, block) -> {
            int end = Math.min((block + 1) * BLOCK, times.length);
            for (int row = block * BLOCK; row < end; row++) {
                if (times[row] > 0) {
                    int at = row * stride;
                    kernels.add(vectors.data(), at, weight * times[row], gradient.data(), at, stride);
                    squaresOf[block] += times[row] * square(vectors.data(), at);
                }
            }
        });
        double sum = 0;
        for (double square : squaresOf) {
            sum += square;
        }
        return sum;
    }

    private double square(float[] vectors, int at) {
        double sum = 0;
        for (int f = at; f < at + stride; f++) {
            sum += (double) vectors[f] * vectors[f];
        }
        return sum;
    }

    private void addToUsers(float[] items, float[] gradient) {
        Arrays.fill(gradient, 0);
        for (int b = 0; b < size; b++) {
            kernels.add(items, liked[b] * stride, -slopes[b], gradient, users[b] * stride, stride);
            kernels.add(items, negatives[b] * stride, slopes[b], gradient, users[b] * stride, stride);
        }
    }

    private void addToItems(float[] users, float[] gradient) {
        Arrays.fill(gradient, 0);
        for (int b = 0; b < size; b++) {
            int user = this.users[b] * stride;
            kernels.add(users, user, -slopes[b], gradient, liked[b] * stride, stride);
            kernels.add(users, user, slopes[b], gradient, negatives[b] * stride, stride);
        }
    }

    private void take(int[] batch, int[] userOfContact) {
        size = batch.length;
        if (users.length < size) {
            users = new int[size];
            liked = new int[size];
            negatives = new int[size];
            slopes = new float[size];
            losses = new double[size];
        }
        for (int b = 0; b < size; b++) {
            users[b] = userOfContact[batch[b]];
            liked[b] = contacts.itemsOfUsers().ids()[batch[b]];
        }
    }

    private int negative(int user, SplittableRandom random) {
        int item = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            item = random.nextInt(contacts.items());
            if (!contacts.itemsOfUsers().contains(user, item)) {
                break;
            }
        }
        return item;
    }

    private int blocks() {
        return (size + BLOCK - 1) / BLOCK;
    }

    private int end(int block) {
        return Math.min((block + 1) * BLOCK, size);
    }
}
