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
    private static final double INITIAL_SCALE = 0.1;

    private final LightGcnOptions options;
    private final SplittableRandom random;
    private final Propagation propagation;
    private final Both start;
    private final Both last;
    private final Both gradient;
    private final Both scratch;
    private final Both ofPropagated;
    private final LightGcnBatch batch;
    private final Adam userSteps;
    private final Adam itemSteps;
    private final int stride;
    private final int[] userOfContact;
    private final int[] order;

    LightGcnTraining(Contacts contacts, LightGcnOptions options) {
        this.options = options;
        this.random = new SplittableRandom(options.seed());
        this.start = new Both(random(contacts.users()), random(contacts.items()));
        this.stride = start.users().stride();
        this.propagation = new Propagation(contacts, options.layers(), stride);
        this.last = Both.zeros(contacts, options.factors());
        this.gradient = Both.zeros(contacts, options.factors());
        this.scratch = Both.zeros(contacts, options.factors());
        this.ofPropagated = Both.zeros(contacts, options.factors());
        this.batch = new LightGcnBatch(contacts, stride);
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
            loss += step(from, Math.min(from + options.batch(), order.length));
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
        propagation.apply(start, last, scratch);
        return last;
    }

    /// What carries vectors along contacts.
    Propagation propagation() {
        return propagation;
    }

    private double step(int from, int to) {
        batch.draw(order, from, to, userOfContact, random.nextLong());
        double loss = gradient();
        userSteps.step(start.users().data(), gradient.users().data());
        itemSteps.step(start.items().data(), gradient.items().data());
        return loss;
    }

    /// Sets the gradient of the start vectors for some contacts and their negatives.
    ///
    /// @return the sum of the contacts' losses
    double gradient(int[] contactsOfBatch, int[] negatives) {
        batch.set(contactsOfBatch, negatives, userOfContact);
        return gradient();
    }

    /// The gradient of the start vectors that was found last.
    Both lastGradient() {
        return gradient;
    }

    private double gradient() {
        double loss = batch.likelihood(propagated(), ofPropagated);
        propagation.apply(ofPropagated, gradient, scratch);
        float weight = (float) (options.regularization() / batch.size());
        return loss + batch.size() * batch.squares(start, gradient, weight);
    }

    private Factors random(int rows) {
        return Factors.random(rows, options.factors(), -INITIAL_SCALE, INITIAL_SCALE, random);
    }
}
