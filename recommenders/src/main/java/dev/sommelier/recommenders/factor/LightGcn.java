package dev.sommelier.recommenders.factor;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Numbers;
import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.Map;

/// Vectors that are propagated along contacts, trained for the order of items; for small data, as every step of
/// training passes over all contacts.
///
/// A user's vector is the mean of its own start vector and of what one to `layers` layers bring from its items, each
/// contact weighted by `1 / sqrt(contacts of the user * contacts of the item)`; an item's likewise. Scores are inner
/// products. [LightGcnTraining] states the loss; gradients are in closed form, steps are Adam's.
///
/// A history is folded in by the same propagation: what its items bring, which needs no start vector. A user whose
/// items are still those of training has the start vector added, which gives the trained scores. A history without
/// events, or of items without contacts only, has scores of 0. One seed gives the same bits on any number of threads.
///
/// Source: He, Deng, Wang, Li, Zhang and Wang, *LightGCN: simplifying and powering graph convolution network for
/// recommendation*, SIGIR 2020, [doi:10.1145/3397271.3401063](https://doi.org/10.1145/3397271.3401063).
public final class LightGcn extends FactorModel {
    static final String KIND = "LightGCN";

    private static final String BROUGHT = "item.brought";

    private final LightGcnOptions options;
    private final KnownUsers known;
    private final Factors startOfUsers;
    private final Factors brought;
    private final int stride;

    private LightGcn(
            Catalog catalog,
            LightGcnOptions options,
            KnownUsers known,
            Factors startOfUsers,
            Factors items,
            Factors brought) {
        super(catalog, items);
        this.options = options;
        this.known = known;
        this.startOfUsers = startOfUsers;
        this.stride = startOfUsers.stride();
        this.brought = brought;
    }

    /// Trains all vectors from a seeded start.
    ///
    /// @throws dev.sommelier.core.SommelierException if the learning rate is too large and the vectors become infinite
    public static LightGcn train(TrainingSet train, LightGcnOptions options) {
        var contacts = Contacts.of(train);
        var training = new LightGcnTraining(contacts, options);
        for (int epoch = 1; epoch <= options.epochs(); epoch++) {
            training.iterate(epoch);
        }
        return new LightGcn(
                train.catalog(),
                options,
                new KnownUsers(train, contacts),
                training.start().users(),
                training.propagated().items(),
                brought(contacts, options, training));
    }

    static LightGcn load(StoredModel stored, Catalog catalog) {
        var options = LightGcnOptions.of(stored.parameters());
        var known = FactorArrays.known(stored, catalog);
        return new LightGcn(
                catalog,
                options,
                known,
                FactorArrays.factors(stored, FactorArrays.USERS, known.names().size(), options.factors()),
                FactorArrays.factors(stored, FactorArrays.ITEMS, catalog.size(), options.factors()),
                FactorArrays.factors(stored, BROUGHT, catalog.size(), options.factors()));
    }

    @Override
    Map<String, StoredArray> otherArrays() {
        var arrays = FactorArrays.of(known);
        arrays.put(FactorArrays.USERS, FactorArrays.of(startOfUsers));
        arrays.put(BROUGHT, FactorArrays.of(brought));
        return arrays;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String parameters() {
        return "factors=" + options.factors() + " layers=" + options.layers() + " rate="
                + Numbers.plain(options.learningRate()) + " reg=" + Numbers.plain(options.regularization()) + " batch="
                + options.batch() + " epochs=" + options.epochs() + " seed=" + options.seed();
    }

    @Override
    public float[] userVector(History history) {
        int[] positions = Contacts.positions(catalog(), history);
        var vector = foldIn(positions);
        known.row(history.user(), positions).ifPresent(row -> {
            for (int f = 0; f < vector.length; f++) {
                vector[f] += startOfUsers.data()[row * stride + f] / (options.layers() + 1);
            }
        });
        return vector;
    }

    /// What the items bring to a user.
    float[] foldIn(int[] positions) {
        var sum = new float[options.factors()];
        float root = positions.length == 0 ? 0 : (float) (1 / Math.sqrt(positions.length) / (options.layers() + 1));
        for (int position : positions) {
            for (int f = 0; f < sum.length; f++) {
                sum[f] = Math.fma(root, brought.data()[position * stride + f], sum[f]);
            }
        }
        return sum;
    }

    /// For each item the sum of its vectors in the layers before the last, over the root of its contacts.
    private static Factors brought(Contacts contacts, LightGcnOptions options, LightGcnTraining training) {
        var layer = Propagation.Both.zeros(contacts, options.factors());
        var next = Propagation.Both.zeros(contacts, options.factors());
        training.start().copyTo(layer);
        var brought = Factors.zeros(contacts.items(), options.factors());
        float[] sum = brought.data();
        int stride = brought.stride();
        for (int k = 0; k < options.layers(); k++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += layer.items().data()[i] * training.propagation().rootOfItem(i / stride);
            }
            training.propagation().step(layer, next);
            var swap = layer;
            layer = next;
            next = swap;
        }
        return brought;
    }
}
