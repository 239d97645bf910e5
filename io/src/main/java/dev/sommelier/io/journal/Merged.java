package dev.sommelier.io.journal;

import java.util.List;

/// What became of the units of another journal.
///
/// @param added units that had no outcome here
/// @param repaired units that had failed here and have a result there, which was taken
/// @param same units that have the same outcome here
/// @param failedThere units that have a result here and failed there; the result stays
/// @param conflicting units that have another result here, which stays
/// @param conflicts the first of those
public record Merged(
        long added, long repaired, long same, long failedThere, long conflicting, List<Conflict> conflicts) {
    /// Two results of one unit.
    public record Conflict(Unit here, Unit there) {}

    public Merged {
        conflicts = List.copyOf(conflicts);
    }
}
