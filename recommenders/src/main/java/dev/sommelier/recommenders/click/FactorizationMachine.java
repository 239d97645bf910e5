package dev.sommelier.recommenders.click;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.ClickPredictor;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Described;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// A factorization machine on user, item, the item's attributes and the user's last items; without factors a logistic
/// regression on them.
///
/// Trained on every contact, with what the user did before it, against items without contact drawn uniformly anew in
/// each epoch; so its probabilities are those of a world with as many items without contact to each contact. A user
/// who was not in training is served by the history alone.
///
/// Immutable after training, safe for use by several threads; the same seed gives the same model on any machine.
///
/// Source: Rendle, *Factorization machines*, ICDM 2010,
/// [doi:10.1109/ICDM.2010.127](https://doi.org/10.1109/ICDM.2010.127); AdaGrad: Duchi et al., JMLR 2011.
public final class FactorizationMachine implements ClickPredictor, Described {
    private final Catalog catalog;
    private final ClickFeatures features;
    private final FmWeights weights;
    private final ClickOptions options;
    private final double loss;

    private FactorizationMachine(
            Catalog catalog, ClickFeatures features, FmWeights weights, ClickOptions options, double loss) {
        this.catalog = catalog;
        this.features = features;
        this.weights = weights;
        this.options = options;
        this.loss = loss;
    }

    /// A contact: a user's event with what came before it.
    private record Contact(int user, int event) {}

    /// Trains a model.
    ///
    /// @param train at least one contact
    public static FactorizationMachine train(TrainingSet train, ClickOptions options) {
        var features = new ClickFeatures(train, options.window());
        var random = new SplittableRandom(options.seed());
        var weights = new FmWeights(features.size(), options.factors(), random);
        var contacts = contacts(train);
        var seen = train.histories().stream()
                .map(history -> {
                    var items = new HashSet<Integer>();
                    history.items().forEach(item -> items.add(train.catalog().position(item)));
                    return items;
                })
                .toList();
        var row = new FeatureRow();
        double loss = 0;
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            shuffle(contacts, random);
            loss = 0;
            for (var contact : contacts) {
                var history = train.histories().get(contact.user());
                List<Event> past = history.events().subList(0, contact.event());
                int item = train.catalog()
                        .position(history.events().get(contact.event()).item());
                features.fill(history.user(), past, item, row);
                loss += weights.step(row, 1, options.rate(), options.regularization());
                var own = seen.get(contact.user());
                for (int n = 0;
                        n < options.negatives() && own.size() < train.catalog().size();
                        n++) {
                    features.fill(
                            history.user(), past, unseen(own, train.catalog().size(), random), row);
                    loss += weights.step(row, 0, options.rate(), options.regularization());
                }
            }
        }
        return new FactorizationMachine(
                train.catalog(), features, weights, options, loss / (contacts.size() * (1.0 + options.negatives())));
    }

    private static List<Contact> contacts(TrainingSet train) {
        var contacts = new ArrayList<Contact>();
        for (int u = 0; u < train.histories().size(); u++) {
            int events = train.histories().get(u).events().size();
            for (int e = 0; e < events; e++) {
                contacts.add(new Contact(u, e));
            }
        }
        if (contacts.isEmpty()) {
            throw new IllegalArgumentException("a click predictor needs at least one contact to learn from, got none");
        }
        return contacts;
    }

    private static int unseen(Set<Integer> own, int items, SplittableRandom random) {
        int item = random.nextInt(items);
        while (own.contains(item)) {
            item = random.nextInt(items);
        }
        return item;
    }

    private static void shuffle(List<Contact> contacts, SplittableRandom random) {
        for (int i = contacts.size() - 1; i > 0; i--) {
            Collections.swap(contacts, i, random.nextInt(i + 1));
        }
    }

    @Override
    public String name() {
        return options.factors() == 0 ? "Logistic regression" : "FM";
    }

    @Override
    public String parameters() {
        return (options.factors() == 0 ? "" : "factors=" + options.factors() + " ") + "epochs=" + options.epochs()
                + " rate=" + options.rate() + " reg=" + options.regularization() + " negatives=" + options.negatives()
                + " window=" + options.window() + " seed=" + options.seed();
    }

    /// The mean log loss of the last epoch's examples, each before its step, in nats.
    public double trainingLoss() {
        return loss;
    }

    @Override
    public double predict(History history, String item) {
        var row = new FeatureRow();
        features.fill(history.user(), history.events(), catalog.position(item), row);
        return weights.probability(row);
    }
}
