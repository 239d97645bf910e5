package dev.sommelier.recommenders.factor;

import dev.sommelier.core.SommelierException;
import dev.sommelier.recommenders.factor.Propagation.Both;
import java.util.Arrays;
import java.util.SplittableRandom;

/// A run of [LightGcn], epoch by epoch. For one thread, which uses all threads of its fork-join pool.
///
/// The loss of a batch is the mean over its contacts of `-ln sigmoid(s(u,i) - s(u,j))` plus `regularization / 2` times
/// the squared start vectors of `u`, `i` and `j`, with `j` uniform among the items without contact (the last of ten
/// draws where nine hit a contact). Scores are inner products of the propagated vectors, which are a linear map of the
/// start vectors; so the gradient of the start vectors is that map of the propagated vectors' gradient.
final class LightGcnTraining {
    private static final int DRAWS = 10;
    private static final double INITIAL_SCALE = 0.1;

    private final Contacts contacts;
    private final LightGcnOptions options;
    private final SplittableRandom random;
    private final Propagation propagation;
    private final Both start;
    private final Both last;
    private final Both gradient;
    private final Both scratch;
    private final Both other;
    private final Adam userSteps;
    private final Adam itemSteps;
    private final int stride;
    private final int[] userOfContact;
    private final int[] order;

    LightGcnTraining(Contacts contacts, LightGcnOptions options) {
        this.contacts = contacts;
        this.options = options;
        this.random = new SplittableRandom(options.seed());
        this.start = new Both(random(contacts.users()), random(contacts.items()));
        this.stride = start.users().stride();
        this.propagation = new Propagation(contacts, options.layers(), stride);
        this.last = Both.zeros(contacts, options.factors());
        this.gradient = Both.zeros(contacts, options.factors());
        this.scratch = Both.zeros(contacts, options.factors());
        this.other = Both.zeros(contacts, options.factors());
        this.userSteps = new Adam(options.learningRate(), start.users().data().length);
        this.itemSteps = new Adam(options.learningRate(), start.items().data().length);
        this.userOfContact = new int[contacts.size()];
        this.order = new int[contacts.size()];
        var side = contacts.itemsOfUsers();
        for (int user = 0; user < side.rows(); user++) {
            Arrays.fill(userOfContact, side.offsets()[user], side.offsets()[user + 1], user);
        }
        Arrays.setAll(order, i -> i);
    }

    /// Visits every contact once, in random order and batches.
    ///
    /// @return the mean loss of the epoch's contacts
    double iterate(int epoch) {
        for (int i = order.length - 1; i > 0; i--) {
            int place = random.nextInt(i + 1);
            int contact = order[i];
            order[i] = order[place];
            order[place] = contact;
        }
        double loss = 0;
        for (int from = 0; from < order.length; from += options.batch()) {
            loss += batch(from, Math.min(from + options.batch(), order.length));
        }
        if (!start.users().finite() || !start.items().finite()) {
            throw new SommelierException("LightGCN diverged in epoch " + epoch + " at learning rate "
                    + options.learningRate() + "; take a smaller learning rate, such as "
                    + options.learningRate() / 10);
        }
        return order.length == 0 ? 0 : loss / order.length;
    }

    /// The vectors before propagation.
    Both start() {
        return start;
    }

    /// The propagated vectors of the current start vectors.
    Both propagated() {
        propagation.apply(start, last, scratch, other);
        return last;
    }

    /// What carries vectors along contacts.
    Propagation propagation() {
        return propagation;
    }

    private double batch(int from, int to) {
        var negatives = new int[to - from];
        for (int b = from; b < to; b++) {
            negatives[b - from] = negative(userOfContact[order[b]]);
        }
        double loss = gradient(Arrays.copyOfRange(order, from, to), negatives);
        userSteps.step(start.users().data(), gradient.users().data());
        itemSteps.step(start.items().data(), gradient.items().data());
        return loss;
    }

    /// Sets the gradient of the start vectors for some contacts and their negatives.
    ///
    /// @return the sum of the contacts' losses
    double gradient(int[] batch, int[] negatives) {
        propagated();
        Arrays.fill(gradient.users().data(), 0);
        Arrays.fill(gradient.items().data(), 0);
        double loss = 0;
        for (int b = 0; b < batch.length; b++) {
            int user = userOfContact[batch[b]] * stride;
            int liked = contacts.itemsOfUsers().ids()[batch[b]] * stride;
            loss += addLikelihood(user, liked, negatives[b] * stride, batch.length);
        }
        // The map overwrites its target last, so source and target must differ.
        propagation.apply(gradient, last, scratch, other);
        last.copyTo(gradient);
        float weight = (float) (options.regularization() / batch.length);
        for (int b = 0; b < batch.length; b++) {
            int liked = contacts.itemsOfUsers().ids()[batch[b]];
            loss += addSquare(start.users(), gradient.users(), userOfContact[batch[b]], weight, batch.length);
            loss += addSquare(start.items(), gradient.items(), liked, weight, batch.length);
            loss += addSquare(start.items(), gradient.items(), negatives[b], weight, batch.length);
        }
        return loss;
    }

    /// The gradient of the start vectors that [#gradient(int[], int[])] found.
    Both gradient() {
        return gradient;
    }

    private double addLikelihood(int user, int liked, int negative, int batch) {
        float[] users = last.users().data();
        float[] items = last.items().data();
        double difference = 0;
        for (int f = 0; f < stride; f++) {
            difference += users[user + f] * (items[liked + f] - items[negative + f]);
        }
        float slope = (float) (-1 / (1 + StrictMath.exp(difference)) / batch);
        float[] ofUsers = gradient.users().data();
        float[] ofItems = gradient.items().data();
        for (int f = 0; f < stride; f++) {
            ofUsers[user + f] += slope * (items[liked + f] - items[negative + f]);
            ofItems[liked + f] += slope * users[user + f];
            ofItems[negative + f] -= slope * users[user + f];
        }
        return StrictMath.log1p(StrictMath.exp(-Math.abs(difference))) + Math.max(0, -difference);
    }

    private double addSquare(Factors values, Factors gradients, int row, float weight, int batch) {
        double sum = 0;
        for (int f = row * stride; f < (row + 1) * stride; f++) {
            float value = values.data()[f];
            gradients.data()[f] += weight * value;
            sum += (double) value * value;
        }
        return weight * batch * sum / 2;
    }

    private int negative(int user) {
        int item = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            item = random.nextInt(contacts.items());
            if (!contacts.itemsOfUsers().contains(user, item)) {
                break;
            }
        }
        return item;
    }

    private Factors random(int rows) {
        return Factors.random(rows, options.factors(), -INITIAL_SCALE, INITIAL_SCALE, random);
    }
}
