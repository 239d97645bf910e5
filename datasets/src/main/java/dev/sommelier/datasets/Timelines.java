package dev.sommelier.datasets;

import dev.sommelier.core.Interaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The order of a user's interactions: by time, equal times by file row.
final class Timelines {
    private Timelines() {}

    /// The interactions of each user in order of time; users in order of first appearance in the file.
    static SequencedMap<String, List<Interaction>> byUser(List<Interaction> interactions) {
        var byUser = new LinkedHashMap<String, List<Interaction>>();
        for (var interaction : interactions) {
            byUser.computeIfAbsent(interaction.user(), user -> new ArrayList<>())
                    .add(interaction);
        }
        byUser.replaceAll((user, own) -> sorted(own));
        return byUser;
    }

    /// The sort is stable, so file order stays among equal times.
    static List<Interaction> sorted(List<Interaction> interactions) {
        return interactions.stream()
                .sorted(Comparator.comparingLong(Interaction::time))
                .toList();
    }
}
