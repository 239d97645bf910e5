package dev.sommelier.experiments.compare.yaml;

import dev.sommelier.datasets.EditDistance;
import java.util.Collection;
import java.util.Comparator;

/// What a user may have meant.
public final class Nearest {
    private Nearest() {}

    /// The known name with the fewest changed characters and all known names, as the end of a message.
    ///
    /// @param known at least one name
    public static String hint(String given, Collection<String> known) {
        var nearest = known.stream()
                .min(Comparator.comparingInt(name -> EditDistance.between(given, name)))
                .orElseThrow();
        return "the nearest is \"" + nearest + "\", all are " + String.join(", ", known);
    }
}
