package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.Workers;

/// The linear map of [LightGcn] on the vectors of all users and items: the mean over the layers `0` to `layers` of
/// `A^k`, where `A` joins a user and an item of a contact by `1 / sqrt(contacts of the user * contacts of the item)`.
///
/// The map is taken by Horner's rule, `x + A(x + A(x + ...))`. `A` is symmetric, so the same map carries gradients
/// back. Every row is summed by one thread in the order of its contacts.
final class Propagation {
    private static final int ROWS_OF_A_TASK = 32;

    private final RowKernels kernels = RowKernels.fastest();
    private final Contacts contacts;
    private final int layers;
    private final int stride;
    private final float[] rootOfUser;
    private final float[] rootOfItem;

    Propagation(Contacts contacts, int layers, int stride) {
        this.contacts = contacts;
        this.layers = layers;
        this.stride = stride;
        this.rootOfUser = inverseRoots(contacts.itemsOfUsers());
        this.rootOfItem = inverseRoots(contacts.usersOfItems());
    }

    /// Users' and items' vectors that belong together.
    record Both(Factors users, Factors items) {
        static Both zeros(Contacts contacts, int factors) {
            return new Both(Factors.zeros(contacts.users(), factors), Factors.zeros(contacts.items(), factors));
        }

        void copyTo(Both to) {
            System.arraycopy(users.data(), 0, to.users.data(), 0, users.data().length);
            System.arraycopy(items.data(), 0, to.items.data(), 0, items.data().length);
        }
    }

    /// Replaces `to` by the map of `from`. The scratch set is overwritten; all three must differ.
    void apply(Both from, Both to, Both scratch) {
        var current = from;
        for (int left = layers; left > 0; left--) {
            // The last layer must end in the target.
            var next = left % 2 == 0 ? scratch : to;
            step(current, next, new Add(from, left == 1 ? 1f / (layers + 1) : 1));
            current = next;
        }
    }

    /// One layer: `to = A from`.
    void step(Both from, Both to) {
        step(from, to, new Add(from, 0));
    }

    /// `1 / sqrt(contacts)` of an item; 0 without contacts.
    float rootOfItem(int item) {
        return rootOfItem[item];
    }

    /// What follows a layer: with a scale above 0 the layer becomes `scale * (own + layer)`.
    private record Add(Both own, float scale) {}

    private void step(Both from, Both to, Add add) {
        var byUser = contacts.itemsOfUsers();
        var byItem = contacts.usersOfItems();
        int ofUsers = tasks(byUser);
        Workers.run(ofUsers + tasks(byItem), () -> 0, (none, task) -> {
            if (task < ofUsers) {
                rows(byUser, task, rootOfUser, rootOfItem, from.items(), to.users(), add.own.users(), add.scale);
            } else {
                rows(
                        byItem,
                        task - ofUsers,
                        rootOfItem,
                        rootOfUser,
                        from.users(),
                        to.items(),
                        add.own.items(),
                        add.scale);
            }
        });
    }

    private static int tasks(Contacts.Side side) {
        return (side.rows() + ROWS_OF_A_TASK - 1) / ROWS_OF_A_TASK;
    }

    private void rows(
            Contacts.Side side,
            int task,
            float[] roots,
            float[] otherRoots,
            Factors from,
            Factors to,
            Factors own,
            float scale) {
        int end = Math.min((task + 1) * ROWS_OF_A_TASK, side.rows());
        for (int row = task * ROWS_OF_A_TASK; row < end; row++) {
            int at = row * stride;
            kernels.sum(
                    from.data(),
                    stride,
                    side.ids(),
                    side.offsets()[row],
                    side.offsets()[row + 1],
                    otherRoots,
                    to.data(),
                    at);
            if (scale == 0) {
                scale(to.data(), at, roots[row]);
            } else {
                combine(to.data(), own.data(), at, roots[row], scale);
            }
        }
    }

    private void scale(float[] sums, int at, float root) {
        for (int f = at; f < at + stride; f++) {
            sums[f] *= root;
        }
    }

    private void combine(float[] sums, float[] own, int at, float root, float scale) {
        for (int f = at; f < at + stride; f++) {
            sums[f] = Math.fma(root, sums[f], own[f]) * scale;
        }
    }

    private static float[] inverseRoots(Contacts.Side side) {
        var roots = new float[side.rows()];
        for (int row = 0; row < roots.length; row++) {
            roots[row] = side.count(row) == 0 ? 0 : (float) (1 / Math.sqrt(side.count(row)));
        }
        return roots;
    }
}
