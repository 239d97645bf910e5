package dev.sommelier.datasets.split;

import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import java.util.List;

/// A user who is asked about.
///
/// @param known what models are shown of the user; never empty
/// @param heldOut what they are asked about, in order of time; never empty, no item is among the known
public record Asked(History known, List<Interaction> heldOut) {
    public Asked {
        heldOut = List.copyOf(heldOut);
        if (known.events().isEmpty() || heldOut.isEmpty()) {
            throw new IllegalArgumentException("user " + known.user() + " needs known and held-out interactions");
        }
    }

    /// The user's identifier.
    public String user() {
        return known.user();
    }
}
