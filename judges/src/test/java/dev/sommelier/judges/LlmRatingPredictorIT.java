package dev.sommelier.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.io.Home;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import dev.sommelier.llm.store.ModelCatalog;
import dev.sommelier.llm.store.ModelStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The default model as judge, when it is in the models folder.
class LlmRatingPredictorIT {
    private static final List<String> TITLES = List.of(
            "Fargo (1996)",
            "Pulp Fiction (1994)",
            "Big Night (1996)",
            "Swingers (1996)",
            "Trees Lounge (1996)",
            "Welcome to the Dollhouse (1995)",
            "Toy Story (1995)");

    private final Catalog catalog = new Catalog(items(), List.of("genre"));

    private static List<Item> items() {
        var items = new ArrayList<Item>();
        TITLES.forEach(title -> items.add(new Item("i" + items.size(), title, Map.of("genre", List.of("Comedy")))));
        return items;
    }

    private static History allRated(double stars) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < 6; i++) {
            events.add(new Event("i" + i, stars, i));
        }
        return new History("u", events);
    }

    @Test
    void aGenerousUserIsExpectedToGiveMoreThanAHarshOneWithinTheTokenBudget() {
        var model = new ModelStore(Home.fromEnvironment()).path(ModelCatalog.DEFAULT_ID);
        assumeTrue(
                model.isPresent(),
                "the default model is not in the models folder; fetch it with: sommelier model get "
                        + ModelCatalog.DEFAULT_ID);
        try (var engine = LocalEngine.open(model.get(), EngineOptions.defaults().withThreads(2))) {
            var judge = new LlmRatingPredictor(engine.labels(), catalog, new RatingScale(1, 5, 1));

            double generous = judge.predict(allRated(5), "i6");
            double harsh = judge.predict(allRated(1), "i6");

            assertThat(generous).isBetween(harsh, 5.0);
            assertThat(harsh).isBetween(1.0, generous);
            assertThat(judge.predict(allRated(5), "i6")).isEqualTo(generous);
            assertThat(judge.usage().calls()).isEqualTo(3);
            assertThat(judge.usage().generatedTokens()).isZero();
            assertThat(judge.usage().promptTokens()).isLessThan(3 * 130);
        }
    }
}
