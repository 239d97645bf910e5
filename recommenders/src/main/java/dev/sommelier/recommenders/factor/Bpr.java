package dev.sommelier.recommenders.factor;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Numbers;
import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/// Matrix factorisation for the order of items (Bayesian personalised ranking): items that a user had contact with
/// shall score above those that he or she had not.
///
/// The score is `x(u)'y(i) + b(i)`; [BprTraining] says how contacts and negatives are visited. An item without contacts
/// scores 0.
///
/// A history of training's is served by its user's trained vector. Any other one is folded in: the item vectors stay,
/// and a vector that starts at zero takes 30 passes of the training's own steps over the history, each item against one
/// that another training contact had, drawn from the model's seed. So one history always has the same scores, and one
/// seed gives the same bits on any number of threads. A history without events has the biases as scores.
///
/// Source: Rendle, Freudenthaler, Gantner and Schmidt-Thieme, *BPR: Bayesian personalized ranking from implicit
/// feedback*, UAI 2009.
public final class Bpr extends FactorModel {
    static final String KIND = "BPR";

    private static final int FOLD_IN_PASSES = 30;

    private final BprOptions options;
    private final KnownUsers known;
    private final Factors users;

    private Bpr(Catalog catalog, BprOptions options, KnownUsers known, Factors users, Factors items) {
        super(catalog, items);
        this.options = options;
        this.known = known;
        this.users = users;
    }

    /// Trains all vectors from a seeded start.
    ///
    /// @throws dev.sommelier.core.SommelierException if the learning rate is too large and the vectors become infinite
    /// @throws IllegalArgumentException if the vectors of one side do not fit into one array
    public static Bpr train(TrainingSet train, BprOptions options) {
        var contacts = Contacts.of(train);
        var training = BprTraining.start(contacts, options);
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            training.iterate();
        }
        var known = new KnownUsers(train, contacts);
        return new Bpr(train.catalog(), options, known, training.users(), training.items());
    }

    static Bpr load(StoredModel stored, Catalog catalog) {
        var options = BprOptions.of(stored.parameters());
        var known = FactorArrays.known(stored, catalog);
        int numbers = options.factors() + 1;
        return new Bpr(
                catalog,
                options,
                known,
                FactorArrays.factors(stored, FactorArrays.USERS, known.names().size(), numbers),
                FactorArrays.factors(stored, FactorArrays.ITEMS, catalog.size(), numbers));
    }

    @Override
    Map<String, StoredArray> otherArrays() {
        var arrays = FactorArrays.of(known);
        arrays.put(FactorArrays.USERS, FactorArrays.of(users));
        return arrays;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String parameters() {
        return "factors=" + options.factors() + " rate=" + Numbers.plain(options.learningRate()) + " reg="
                + Numbers.plain(options.regularization()) + " epochs=" + options.epochs() + " seed="
                + options.seed();
    }

    @Override
    public float[] userVector(History history) {
        int[] positions = Contacts.positions(catalog(), history);
        var row = known.row(history.user(), positions);
        return row.isPresent() ? users.row(row.getAsInt()) : foldIn(positions);
    }

    /// The vector of a history as if its user were new.
    float[] foldIn(int[] positions) {
        int stride = itemFactors().stride();
        var vector = new float[stride];
        vector[options.factors()] = 1;
        var step = new BprStep(options, options.factors(), stride, RowKernels.fastest());
        step.take(vector, 0);
        var random = new SplittableRandom(options.seed());
        int[] drawn = known.contacts().itemsOfUsers().ids();
        var order = positions.clone();
        for (int pass = 0; pass < FOLD_IN_PASSES; pass++) {
            for (int i = order.length - 1; i >= 0; i--) {
                int place = random.nextInt(i + 1);
                int liked = order[place];
                order[place] = order[i];
                order[i] = liked;
                int other = drawn.length == 0 ? liked : drawn[random.nextInt(drawn.length)];
                if (Arrays.binarySearch(positions, other) < 0) {
                    step.move(itemFactors().data(), liked * stride, other * stride, false);
                }
            }
        }
        step.release(vector, 0);
        return Arrays.copyOf(vector, options.factors() + 1);
    }
}
