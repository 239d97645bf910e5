package dev.sommelier.evaluation.trec;

import dev.sommelier.core.TopicRun;

/// The order of a topic's documents: by score as a double, highest first, equal scores by identifier descending as C's
/// `strcmp` has it.
final class ScoreOrder {
    private static final int SHORT = 8;

    private final TopicRun run;

    private ScoreOrder(TopicRun run) {
        this.run = run;
    }

    /// Positions in the run, best first.
    static int[] of(TopicRun run) {
        var order = new int[run.size()];
        boolean falling = true;
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            double score = run.score(i);
            falling &= score < last;
            last = score;
        }
        if (!falling) {
            var by = new ScoreOrder(run);
            by.sort(order, new int[order.length], 0, order.length);
        }
        return order;
    }

    private boolean before(int a, int b) {
        double first = run.score(a);
        double second = run.score(b);
        return first > second || (!(first < second) && run.documents().compare(a, run.documents(), b) > 0);
    }

    /// A merge sort over positions: a comparator of boxed positions would cost more than the rest of the evaluation.
    private void sort(int[] order, int[] spare, int from, int to) {
        if (to - from <= SHORT) {
            for (int i = from + 1; i < to; i++) {
                int moving = order[i];
                int at = i;
                while (at > from && before(moving, order[at - 1])) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = moving;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        sort(order, spare, from, middle);
        sort(order, spare, middle, to);
        if (before(order[middle - 1], order[middle])) {
            return;
        }
        System.arraycopy(order, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeRight = left == middle || (right < to && before(spare[right], spare[left]));
            order[i] = takeRight ? spare[right++] : spare[left++];
        }
    }
}
