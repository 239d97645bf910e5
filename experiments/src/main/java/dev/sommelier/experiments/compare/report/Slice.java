package dev.sommelier.experiments.compare.report;

import java.util.List;

/// A part of the compared users.
///
/// @param name short, such as `19-50 events` or `Drama`
/// @param members positions among the compared users, at least one
record Slice(String name, List<Integer> members) {
    /// Bootstrap intervals of fewer users are too narrow.
    static final int FEW = 50;

    Slice {
        members = List.copyOf(members);
    }

    /// Whether it is too small for its intervals to be trusted.
    boolean few() {
        return members.size() < FEW;
    }

    /// The tested metric of its members.
    ///
    /// @param perUser one value for each compared user
    double[] of(double[] perUser) {
        return members.stream().mapToDouble(u -> perUser[u]).toArray();
    }
}
