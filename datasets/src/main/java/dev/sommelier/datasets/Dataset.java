package dev.sommelier.datasets;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.filter.Filter;
import dev.sommelier.datasets.table.InteractionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A named data set in canonical form, the same whichever source served it.
///
/// @param name the name that commands use, such as `ml-100k`
/// @param catalog the items in file order
/// @param interactions the interactions in file order; every item is in the catalogue; held in columns, see [#table]
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
        interactions = InteractionTable.of(interactions);
    }

    /// The interactions in columns, which cost no object each; with them the part of a published split.
    public InteractionTable table() {
        return InteractionTable.of(interactions);
    }

    /// What filters leave of this data set, in the order of the list. Items without interactions leave the catalogue.
    ///
    /// The source tells of the filters, and the content hash is the SHA-256 of this data set's and the filters' text.
    ///
    /// @throws SommelierException if nothing is left
    public Filtered filtered(List<Filter> filters) {
        return Filtered.of(this, filters);
    }

    Dataset named(String other) {
        return new Dataset(other, catalog, interactions, scale, licence, source, contentHash);
    }

    Dataset withContentHash(String hash) {
        return new Dataset(name, catalog, interactions, scale, licence, source, hash);
    }

    /// Everything that a user did, oldest first, equal times in file order; empty if there is no such user.
    public Optional<History> history(String user) {
        var table = table();
        int code = table.users().indexOf(user);
        if (code < 0) {
            return Optional.empty();
        }
        var own = IntStream.range(0, table.size())
                .filter(row -> table.user(row) == code)
                .mapToObj(table::get)
                .toList();
        return Optional.of(new History(
                user, Timelines.sorted(own).stream().map(Interaction::event).toList()));
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
