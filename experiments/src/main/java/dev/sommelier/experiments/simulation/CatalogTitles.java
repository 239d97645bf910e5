package dev.sommelier.experiments.simulation;

import dev.sommelier.agent.conversation.parse.Titles;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import dev.sommelier.datasets.TitleIndex;
import dev.sommelier.datasets.TitleMatch;
import java.util.List;

/// The titles of a catalogue, as a conversation's parser asks for them. Immutable and safe for use by several threads.
public final class CatalogTitles implements Titles {
    private final TitleIndex index;

    public CatalogTitles(Catalog catalog) {
        this.index = new TitleIndex(catalog);
    }

    @Override
    public List<String> named(String phrase) {
        return index.named(phrase)
                .map(match -> switch (match) {
                    case TitleMatch.Exact exact -> List.of(exact.item());
                    case TitleMatch.Ambiguous several -> several.items();
                    case TitleMatch.Unknown unknown -> List.<Item>of();
                })
                .map(CatalogTitles::ids)
                .orElse(List.of());
    }

    @Override
    public List<String> misspelt(String phrase) {
        return ids(index.misspelt(phrase));
    }

    @Override
    public List<String> nearest(String phrase) {
        return index.find(phrase) instanceof TitleMatch.Unknown unknown ? ids(unknown.nearest()) : List.of();
    }

    private static List<String> ids(List<Item> items) {
        return items.stream().map(Item::id).toList();
    }
}
