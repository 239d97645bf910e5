package dev.sommelier.experiments;

/// How often one cause of mending appeared.
///
/// @param total all counts of all users together, in the unit of the cause: items for `padded`, calls for `relaxed`
/// @param users the users in whose run it appeared at least once
public record RepairCount(int total, int users) {
    /// @param count how often it appeared for one more user, above 0
    RepairCount plus(int count) {
        return new RepairCount(total + count, users + 1);
    }
}
