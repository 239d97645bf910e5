package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.Workers;
import java.util.SplittableRandom;

/// A run of alternating least squares, half step by half step. For one thread, which uses all threads of its fork-join
/// pool.
///
/// Users start at zero, items uniform in [0, 0.01) from the seed.
public final class AlsTraining {
    private static final double INITIAL_SCALE = 0.01;

    private final Contacts contacts;
    private final AlsOptions options;
    private final Kernels kernels;
    private final Factors users;
    private final Factors items;

    AlsTraining(Contacts contacts, AlsOptions options, Kernels kernels) {
        this.contacts = contacts;
        this.options = options;
        this.kernels = kernels;
        this.users = Factors.zeros(contacts.users(), options.factors());
        this.items = Factors.random(
                contacts.items(), options.factors(), 0, INITIAL_SCALE, new SplittableRandom(options.seed()));
    }

    /// Starts a run.
    public static AlsTraining start(Contacts contacts, AlsOptions options) {
        return new AlsTraining(contacts, options, Kernels.fastest());
    }

    /// One iteration: all users, then all items.
    public void iterate() {
        solveUsers();
        solveItems();
    }

    /// The first half of an iteration.
    public void solveUsers() {
        new HalfStep(items, options, kernels).solveAll(contacts.itemsOfUsers(), users);
    }

    /// The second half of an iteration.
    public void solveItems() {
        new HalfStep(users, options, kernels).solveAll(contacts.usersOfItems(), items);
    }

    /// The users' vectors, which later half steps change.
    public Factors users() {
        return users;
    }

    /// The items' vectors, which later half steps change.
    public Factors items() {
        return items;
    }

    /// The loss that the half steps lower, in double precision; see [ImplicitAls] for the formula.
    public double loss() {
        var perUser = new double[contacts.users()];
        Workers.run(perUser.length, () -> 0, (none, user) -> perUser[user] = lossOfUser(user));
        double sum = Gram.of(users, kernels).product(Gram.of(items, kernels));
        for (double loss : perUser) {
            sum += loss;
        }
        for (int item = 0; item < contacts.items(); item++) {
            int count = contacts.usersOfItems().count(item);
            sum += options.regularization().of(count, contacts.users()) * squares(items, item);
        }
        return sum;
    }

    /// What the user's contacts add beyond the squares of all scores, and the user's regularization.
    private double lossOfUser(int user) {
        var side = contacts.itemsOfUsers();
        double sum = options.regularization().of(side.count(user), contacts.items()) * squares(users, user);
        for (int at = side.offsets()[user]; at < side.offsets()[user + 1]; at++) {
            double score = dot(users, user, items, side.ids()[at]);
            sum += (1 + options.alpha()) * (1 - score) * (1 - score) - score * score;
        }
        return sum;
    }

    private static double squares(Factors factors, int row) {
        return dot(factors, row, factors, row);
    }

    private static double dot(Factors a, int rowOfA, Factors b, int rowOfB) {
        int stride = a.stride();
        double sum = 0;
        for (int f = 0; f < stride; f++) {
            sum += (double) a.data()[rowOfA * stride + f] * b.data()[rowOfB * stride + f];
        }
        return sum;
    }
}
