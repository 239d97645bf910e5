package dev.sommelier.experiments;

/// How often one cause of mending appeared.
///
/// @param total all counts of all users together, in the unit of the cause: items for `padded`, calls for `relaxed`
/// @param users the users in whose run it appeared at least once
public record RepairCount(int total, int users) {
    RepairCount plus(int count) {
        return new RepairCount(total + count, users + (count > 0 ? 1 : 0));
    }
}
