package dev.sommelier.recommenders.factor;

/// The linear map of [LightGcn] on the vectors of all users and items: the mean over the layers `0` to `layers` of
/// `A^k`, where `A` joins a user and an item of a contact by `1 / sqrt(contacts of the user * contacts of the item)`.
///
/// `A` is symmetric, so the same map carries gradients back. Every row is summed by one thread in the order of its
/// contacts.
final class Propagation {
    private static final int ROWS_OF_A_TASK = 64;

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

    /// Replaces `to` by the map of `from`. Both scratch sets are overwritten.
    void apply(Both from, Both to, Both scratch, Both other) {
        from.copyTo(to);
        from.copyTo(scratch);
        var current = scratch;
        var next = other;
        for (int layer = 0; layer < layers; layer++) {
            step(current, next);
            add(next.users(), to.users());
            add(next.items(), to.items());
            var swap = current;
            current = next;
            next = swap;
        }
        scale(to.users());
        scale(to.items());
    }

    /// One layer: `to = A from`.
    void step(Both from, Both to) {
        half(
                contacts.itemsOfUsers(),
                rootOfUser,
                rootOfItem,
                from.items().data(),
                to.users().data());
        half(
                contacts.usersOfItems(),
                rootOfItem,
                rootOfUser,
                from.users().data(),
                to.items().data());
    }

    /// `1 / sqrt(contacts)` of an item; 0 without contacts.
    float rootOfItem(int item) {
        return rootOfItem[item];
    }

    private void half(Contacts.Side side, float[] roots, float[] otherRoots, float[] from, float[] to) {
        int tasks = (side.rows() + ROWS_OF_A_TASK - 1) / ROWS_OF_A_TASK;
        Workers.run(tasks, () -> side, (none, task) -> {
            int end = Math.min((task + 1) * ROWS_OF_A_TASK, side.rows());
            for (int row = task * ROWS_OF_A_TASK; row < end; row++) {
                int at = row * stride;
                kernels.sum(from, stride, side.ids(), side.offsets()[row], side.offsets()[row + 1], otherRoots, to, at);
                for (int f = at; f < at + stride; f++) {
                    to[f] *= roots[row];
                }
            }
        });
    }

    private static void add(Factors from, Factors to) {
        float[] source = from.data();
        float[] target = to.data();
        for (int i = 0; i < target.length; i++) {
            target[i] += source[i];
        }
    }

    private void scale(Factors factors) {
        float[] values = factors.data();
        for (int i = 0; i < values.length; i++) {
            values[i] /= layers + 1;
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
