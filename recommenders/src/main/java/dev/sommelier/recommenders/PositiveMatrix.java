package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import java.util.Arrays;

/// Who had contact with what, as a sparse binary matrix of users and items; ratings and repetitions are ignored.
public final class PositiveMatrix {
    private final int[][] itemsOfUser;
    private final int[][] usersOfItem;

    private PositiveMatrix(int[][] itemsOfUser, int[][] usersOfItem) {
        this.itemsOfUser = itemsOfUser;
        this.usersOfItem = usersOfItem;
    }

    public static PositiveMatrix of(TrainingSet train) {
        var itemsOfUser = train.histories().stream()
                .map(history -> positions(train.catalog(), history))
                .toArray(int[][]::new);
        return new PositiveMatrix(
                itemsOfUser, transpose(itemsOfUser, train.catalog().size()));
    }

    /// The distinct positions of a history's items in ascending order, so that no sum depends on the order of events.
    ///
    /// @throws IllegalArgumentException if the history names an unknown item
    public static int[] positions(Catalog catalog, History history) {
        return history.events().stream()
                .mapToInt(event -> catalog.position(event.item()))
                .sorted()
                .distinct()
                .toArray();
    }

    /// For each user the item positions, ascending.
    public int[][] itemsOfUser() {
        return itemsOfUser;
    }

    /// For each item the user positions, ascending.
    public int[][] usersOfItem() {
        return usersOfItem;
    }

    /// The number of items.
    public int items() {
        return usersOfItem.length;
    }

    /// Adds to `counts`, one element for each item, how many users had contact with both that item and this one.
    public void countTogether(int item, double[] counts) {
        for (int user : usersOfItem[item]) {
            for (int other : itemsOfUser[user]) {
                counts[other]++;
            }
        }
    }

    private static int[][] transpose(int[][] rows, int columns) {
        var sizes = new int[columns];
        for (int[] row : rows) {
            for (int column : row) {
                sizes[column]++;
            }
        }
        var result = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(sizes, 0);
        for (int r = 0; r < rows.length; r++) {
            for (int column : rows[r]) {
                result[column][sizes[column]++] = r;
            }
        }
        return result;
    }
}
