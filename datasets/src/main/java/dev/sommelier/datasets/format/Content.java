package dev.sommelier.datasets.format;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.datasets.table.InteractionTable;
import java.util.List;

/// What the files of a data set hold.
///
/// @param items the items in file order; ids are distinct
/// @param attributes the attributes that tools may use, a part of those that the items carry
/// @param interactions the interactions in file order; every item is among `items`
/// @param rated whether the ratings were stated; where they were not, all are 1
public record Content(List<Item> items, List<String> attributes, List<Interaction> interactions, boolean rated) {
    public Content {
        items = List.copyOf(items);
        attributes = List.copyOf(attributes);
        interactions = InteractionTable.of(interactions);
    }
}
