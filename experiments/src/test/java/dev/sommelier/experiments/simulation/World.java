package dev.sommelier.experiments.simulation;

import dev.sommelier.agent.conversation.Ranker;
import dev.sommelier.agent.conversation.parse.Parser;
import dev.sommelier.agent.conversation.parse.Vocabulary;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.topn.Ease;
import dev.sommelier.recommenders.topn.Popularity;
import dev.sommelier.tools.AttributeWeights;
import dev.sommelier.tools.ToolBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Sixty films of four genres and five decades; people who like one genre and one decade.
final class World {
    static final RatingScale STARS = new RatingScale(1, 5, 1);
    static final Catalog CATALOG = catalog();
    static final Parser PARSER = new Parser(new CatalogTitles(CATALOG), new Vocabulary(CATALOG));

    private World() {}

    private static Catalog catalog() {
        var genres = List.of("Comedy", "Drama", "Horror", "Western");
        var names =
                List.of("Amber", "Birch", "Cedar", "Dahlia", "Elder", "Fern", "Garnet", "Hazel", "Indigo", "Jasper");
        var places = List.of("Harbour", "Bridge", "Tower", "Garden", "Station", "Valley");
        var items = new ArrayList<Item>();
        for (int i = 0; i < 60; i++) {
            var own = i % 3 == 0 ? List.of(genres.get(i % 4), genres.get((i + 1) % 4)) : List.of(genres.get(i % 4));
            items.add(new Item(
                    "f" + i,
                    names.get(i % 10) + " " + places.get(i / 10),
                    Map.of("genre", own, "year", List.of(Integer.toString(1950 + 10 * (i % 5) + i % 7)))));
        }
        return new Catalog(items, List.of("genre"));
    }

    /// Histories in which neighbours like the same genre, the last item liked.
    static List<History> histories(int users, long seed) {
        var random = new Random(seed);
        var histories = new ArrayList<History>();
        for (int user = 0; user < users; user++) {
            var events = new ArrayList<Event>();
            int taste = user % 4;
            for (int i = 0; i < 60; i++) {
                if (random.nextInt(3) > 0) {
                    events.add(new Event("f" + i, i % 4 == taste ? 4 + random.nextInt(2) : 1 + random.nextInt(3), i));
                }
            }
            int last = 4 * random.nextInt(15) + taste;
            events.removeIf(event -> event.item().equals("f" + last));
            events.add(new Event("f" + last, 5, 60));
            histories.add(new History("u" + user, events));
        }
        return histories;
    }

    static Ranker ranker() {
        var train = new TrainingSet(CATALOG, histories(80, 3));
        return new Ranker(
                new ToolBox(Ease.train(train, 10), AttributeWeights.uniform(CATALOG, 0.5)),
                Popularity.train(train),
                PARSER.vocabulary(),
                Optional.empty());
    }

    static List<Profile> profiles(int users) {
        return histories(users, 5).stream()
                .map(history -> Profile.of(
                        new History(
                                history.user(),
                                history.events().subList(0, history.events().size() - 1)),
                        history.events().getLast().item(),
                        Optional.of(STARS)))
                .toList();
    }
}
