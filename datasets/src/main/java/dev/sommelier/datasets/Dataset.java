package dev.sommelier.datasets;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.RatingScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A named data set in canonical form, the same whichever source served it.
///
/// @param name the name that commands use, such as `ml-100k`
/// @param catalog the items in file order
/// @param interactions the interactions in file order; every item is in the catalogue
/// @param scale the range of the ratings; absent where the data are implicit
/// @param licence what may be done with the data, for people
/// @param source who served the data, for people
/// @param contentHash the SHA-256 over the canonical files, see [DatasetStore]
public record Dataset(
        String name,
        Catalog catalog,
        List<Interaction> interactions,
        Optional<RatingScale> scale,
        String licence,
        String source,
        String contentHash) {
    public Dataset {
        interactions = List.copyOf(interactions);
    }

    /// Everything that a user did, oldest first, equal times in file order; empty if there is no such user.
    public Optional<History> history(String user) {
        var own = interactions.stream()
                .filter(interaction -> interaction.user().equals(user))
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new History(
                        user,
                        Timelines.sorted(own).stream().map(Interaction::event).toList()));
    }

    /// All users' histories, oldest event first, users in order of first appearance in the file.
    public List<History> histories() {
        var histories = new ArrayList<History>();
        Timelines.byUser(interactions)
                .forEach((user, own) -> histories.add(
                        new History(user, own.stream().map(Interaction::event).toList())));
        return List.copyOf(histories);
    }

    /// The facts that `data describe` shows.
    public DatasetFacts describe() {
        return DatasetFacts.of(this);
    }
}
