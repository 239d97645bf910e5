package dev.sommelier.datasets.check;

import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.table.InteractionTable;
import dev.sommelier.datasets.table.Part;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Repeated, overlapping and rare contacts, and their ratings.
final class Contacts {
    private static final double TOLERANCE = 1e-9;

    private final InteractionTable table;
    private long repeated;
    private long identical;
    private long overlap;

    private Contacts(InteractionTable table) {
        this.table = table;
        count();
    }

    static List<Finding> findings(Dataset dataset, int rare) {
        var table = dataset.table();
        var contacts = new Contacts(table);
        long heldOut = IntStream.range(0, table.size())
                .filter(row -> table.part(row) != Part.TRAIN)
                .count();
        long offScale = dataset.scale()
                .map(scale -> IntStream.range(0, table.size())
                        .filter(row -> !fits(table.rating(row), scale))
                        .count())
                .orElse(0L);
        return List.of(
                new Finding(
                        "repeated-contacts",
                        "interactions with an item that the user had before",
                        contacts.repeated,
                        table.size(),
                        "every split counts the first alone; data filter --duplicates merges them"),
                new Finding(
                        "identical-rows",
                        "interactions that repeat one before with its rating and time",
                        contacts.identical,
                        table.size(),
                        "a fault of the file; data filter --duplicates first removes them"),
                new Finding(
                        "train-test-overlap",
                        "held-out interactions of the published split, in training too",
                        contacts.overlap,
                        heldOut,
                        "the split 'given' leaves them out"),
                rare("rare-users", "users", table.userCounts(), table.users().size(), rare),
                rare("rare-items", "items", table.itemCounts(), table.items().size(), rare),
                new Finding(
                        "untouched-items",
                        "items of the catalogue without an interaction",
                        dataset.catalog().size() - table.items().size(),
                        dataset.catalog().size(),
                        "they are candidates that nobody can be asked about; any filter removes them"),
                new Finding(
                        "ratings-off-scale",
                        "ratings outside the scale or between its steps",
                        offScale,
                        dataset.scale().isPresent() ? table.size() : 0,
                        "check the file and the scale"));
    }

    private static Finding rare(String name, String what, int[] counts, int size, int rare) {
        return new Finding(
                name,
                what + " with fewer than " + rare + " interactions",
                Arrays.stream(counts).filter(count -> count < rare).count(),
                size,
                "too few to learn much from; data filter --k-core " + rare + " removes them");
    }

    private static boolean fits(double rating, RatingScale scale) {
        double steps = (rating - scale.low()) / scale.step();
        return rating >= scale.low() - TOLERANCE
                && rating <= scale.high() + TOLERANCE
                && Math.abs(steps - Math.rint(steps)) < TOLERANCE * Math.max(1, Math.abs(steps));
    }

    /// `latest` is the row that had the item last and `inTraining` whether one did in training, of the user whose turn
    /// it is.
    private void count() {
        int items = table.items().size();
        var latest = new int[items];
        var inTraining = new boolean[items];
        var owner = new int[items];
        var byUser = table.byUser();
        for (int user = 0; user < byUser.users(); user++) {
            var rows = byUser.rows(user);
            for (int row : rows) {
                int item = table.item(row);
                if (owner[item] == user + 1) {
                    repeated++;
                    boolean same = table.rating(row) == table.rating(latest[item])
                            && table.time(row) == table.time(latest[item]);
                    identical += same ? 1 : 0;
                } else {
                    owner[item] = user + 1;
                    inTraining[item] = false;
                }
                latest[item] = row;
                inTraining[item] |= table.part(row) == Part.TRAIN;
            }
            for (int row : rows) {
                overlap += table.part(row) != Part.TRAIN && inTraining[table.item(row)] ? 1 : 0;
            }
        }
    }
}
