package dev.sommelier.agent;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import dev.sommelier.tools.AttributeWeights;
import dev.sommelier.tools.ToolBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A small catalogue of films and a recommender that prefers the early ones.
final class Fixture {
    static final List<String> GENRES = List.of("Drama", "Comedy", "Action", "Film-Noir");
    static final Catalog CATALOG = catalog(60);
    static final ToolBox TOOLS = tools(CATALOG);

    private Fixture() {}

    static Catalog catalog(int size) {
        var items = new ArrayList<Item>();
        for (int i = 0; i < size; i++) {
            var genre = i == 7 ? "Film-Noir" : GENRES.get(i % 3);
            var attributes = Map.of("genre", List.of(genre), "period", List.of(i % 2 == 0 ? "1990s" : "1980s"));
            items.add(new Item("i" + i, "Film " + i + " (19" + (i % 2 == 0 ? "9" : "8") + i % 10 + ")", attributes));
        }
        return new Catalog(items, List.of("genre", "period"));
    }

    static ToolBox tools(Catalog catalog) {
        ItemScorer base = new ItemScorer() {
            @Override
            public String name() {
                return "Early";
            }

            @Override
            public Catalog catalog() {
                return catalog;
            }

            @Override
            public double[] score(History history) {
                return IntStream.range(0, catalog.size())
                        .mapToDouble(i -> 1.0 / (1 + i))
                        .toArray();
            }
        };
        return new ToolBox(base, AttributeWeights.uniform(catalog, 1));
    }

    static Query query(String user, int k) {
        var events = IntStream.of(0, 3, 6, 9, 12)
                .mapToObj(i -> new Event("i" + i, 4, i))
                .toList();
        return Query.top(k, new History(user, events));
    }
}
