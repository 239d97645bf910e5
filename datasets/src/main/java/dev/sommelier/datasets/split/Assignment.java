package dev.sommelier.datasets.split;

import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.table.InteractionTable;
import dev.sommelier.datasets.table.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Which part each row belongs to. Rows that are no first contact are never asked for.
final class Assignment {
    private final String data;
    private final InteractionTable table;
    private final List<int[]> timelines;
    private final Part[] parts;
    private final boolean[] heldOut;
    private final boolean[] validates;

    private Assignment(String data, InteractionTable table, List<int[]> timelines) {
        this.data = data;
        this.table = table;
        this.timelines = timelines;
        this.parts = new Part[table.size()];
        this.heldOut = new boolean[timelines.size()];
        this.validates = new boolean[timelines.size()];
        Arrays.fill(parts, Part.TRAIN);
    }

    /// @param timelines the rows of each user's first contacts in order of time, by the user's code
    static Assignment of(String data, InteractionTable table, List<int[]> timelines, SplitRule rule) {
        var assignment = new Assignment(data, table, timelines);
        switch (rule) {
            case SplitRule.LeaveLastOut ignored -> assignment.last();
            case SplitRule.UserTemporal temporal -> assignment.last(temporal.validation(), temporal.test());
            case SplitRule.GlobalTemporal temporal -> assignment.latest(temporal.validation(), temporal.test());
            case SplitRule.Random random -> assignment.drawn(random.validation(), random.test(), random.seed());
            case SplitRule.KFold folds -> assignment.dealt(folds);
            case SplitRule.HeldOutUsers users -> assignment.users(users);
            case SplitRule.Given ignored -> assignment.given();
        }
        return assignment;
    }

    Part part(int row) {
        return parts[row];
    }

    /// Whether a user is asked but not learned from: `TRAIN` is then what is known of them, `TEST` what is asked.
    boolean heldOut(int user) {
        return heldOut[user];
    }

    /// Whether a held-out user is for validation.
    boolean validates(int user) {
        return validates[user];
    }

    private void last() {
        for (var rows : timelines) {
            mark(rows, rows.length >= 3 ? 1 : 0, rows.length >= 2 ? 1 : 0);
        }
    }

    private void last(double validation, double test) {
        for (var rows : timelines) {
            int n = rows.length;
            int tested = Shares.of(n, test, 1, n - 1);
            int validated = validation == 0 ? 0 : Shares.of(n, validation, 1, n - 1 - tested);
            mark(rows, validated, tested);
        }
    }

    private void mark(int[] rows, int validation, int test) {
        int n = rows.length;
        for (int i = n - test - validation; i < n; i++) {
            parts[rows[i]] = i >= n - test ? Part.TEST : Part.VALIDATION;
        }
    }

    private void latest(double validation, double test) {
        var rows = firstContacts();
        var times = Arrays.stream(rows).mapToLong(table::time).sorted().toArray();
        if (times.length == 0 || times[0] == times[times.length - 1]) {
            throw new SommelierException("data set " + data + " has no two different times, which the split"
                    + " global-temporal needs; choose another split, such as random");
        }
        long testFrom = timeOfLast(times, test);
        long validationFrom = validation == 0 ? testFrom : timeOfLast(times, test + validation);
        if (validationFrom == times[0]) {
            throw new SommelierException("data set " + data + " has the same time on so many interactions that the"
                    + " split global-temporal leaves none to learn from; choose smaller shares");
        }
        for (int row : rows) {
            long time = table.time(row);
            parts[row] = time >= testFrom ? Part.TEST : time >= validationFrom ? Part.VALIDATION : Part.TRAIN;
        }
    }

    private static long timeOfLast(long[] sorted, double share) {
        return sorted[sorted.length - Shares.of(sorted.length, share, 1, sorted.length)];
    }

    private void drawn(double validation, double test, long seed) {
        var rows = shuffled(firstContacts(), seed);
        int tested = Shares.of(rows.length, test, 1, rows.length);
        int validated = Shares.of(rows.length, validation, 0, rows.length - tested);
        for (int i = 0; i < tested + validated; i++) {
            parts[rows[i]] = i < tested ? Part.TEST : Part.VALIDATION;
        }
    }

    private void dealt(SplitRule.KFold rule) {
        var rows = shuffled(firstContacts(), rule.seed());
        for (int i = 0; i < rows.length; i++) {
            int fold = i % rule.folds();
            if (fold == rule.fold()) {
                parts[rows[i]] = Part.TEST;
            } else if (fold == (rule.fold() + 1) % rule.folds()) {
                parts[rows[i]] = Part.VALIDATION;
            }
        }
    }

    private void users(SplitRule.HeldOutUsers rule) {
        var random = new Random(rule.seed());
        var users = shuffled(
                IntStream.range(0, timelines.size())
                        .filter(user -> timelines.get(user).length >= 2)
                        .toArray(),
                random);
        int tested = Shares.of(users.length, rule.test(), 1, users.length);
        int validated = Shares.of(users.length, rule.validation(), 0, users.length - tested);
        for (int i = 0; i < tested + validated; i++) {
            int user = users[i];
            heldOut[user] = true;
            validates[user] = i >= tested;
            var rows = shuffled(timelines.get(user), random);
            int known = Shares.of(rows.length, rule.known(), 1, rows.length - 1);
            Arrays.stream(rows).skip(known).forEach(row -> parts[row] = Part.TEST);
        }
    }

    private void given() {
        if (!table.hasParts()) {
            throw new SommelierException("data set " + data + " came without a split of its own; choose another split,"
                    + " such as leave-last-out");
        }
        Arrays.setAll(parts, table::part);
    }

    /// In file order.
    private int[] firstContacts() {
        return timelines.stream().flatMapToInt(Arrays::stream).sorted().toArray();
    }

    private static int[] shuffled(int[] values, long seed) {
        return shuffled(values, new Random(seed));
    }

    /// The Javadoc of Random fixes its numbers for good.
    private static int[] shuffled(int[] values, Random random) {
        var shuffled = values.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int value = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = value;
        }
        return shuffled;
    }
}
