package dev.sommelier.agent.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the real engine with a model of random weights.
class RerankerIT {
    private static final Catalog CATALOG = new Catalog(
            IntStream.range(0, 12)
                    .mapToObj(i -> new Item("i" + i, "Film number " + i, Map.of("genre", List.of("Comedy"))))
                    .toList(),
            List.of("genre"));
    private static final History HISTORY =
            new History("u", List.of(new Event("i0", 5, 1), new Event("i1", 2, 2), new Event("i2", 4, 3)));
    private static final HistoryView VIEW =
            new HistoryView(2, HistoryView.Choice.RECENCY, Optional.of(new RatingScale(1, 5, 1)));
    private static final List<String> ITEMS = List.of("i7", "i3", "i5", "i4");

    private static LocalEngine engine;

    @BeforeAll
    static void open(@TempDir Path folder) {
        engine = LocalEngine.open(
                TinyGguf.write(folder.resolve("tiny.gguf"), 1),
                EngineOptions.defaults().withContextTokens(2048).withThreads(1));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void yesAgainstNoIsAProbabilityAndTheHistoryIsReadOnce() {
        var scores = new YesNoReranker(engine.labels(), CATALOG, VIEW).score(HISTORY, ITEMS);

        assertThat(scores.scores()).hasSize(4).allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
        assertThat(scores.scores()).doesNotHaveDuplicates();
        assertThat(scores.usage().calls()).isEqualTo(4);
        assertThat(scores.usage().sharedTokens()).isPositive();
    }

    @Test
    void aTitleIsScoredAsTheReplyToTheHistory() {
        var plain = new TitleReranker(engine.texts(), CATALOG, VIEW, false).score(HISTORY, ITEMS);
        var relative = new TitleReranker(engine.texts(), CATALOG, VIEW, true).score(HISTORY, ITEMS);
        var ask = UserMessage.from("Name the item that this user chooses next.");
        var told =
                SystemMessage.from("The user's items, oldest first:\n- Film number 1, 2 of 5\n- Film number 2, 4 of 5");
        var untold = SystemMessage.from("The user's items, oldest first:\n(none yet)");

        double with = engine.texts().score(List.of(told, ask), "Film number 7").mean();
        double without =
                engine.texts().score(List.of(untold, ask), "Film number 7").mean();

        assertThat(plain.scores().getFirst()).isCloseTo(with, within(1e-3));
        assertThat(relative.scores().getFirst()).isCloseTo(with - without, within(1e-3));
    }

    @Test
    void choicesNameEveryItemOnceAndDoNotDependOnTheOrderGiven() {
        var chooser = new ChoiceReranker(engine.labels(), CATALOG, VIEW, 2, 3, 7);
        var items = IntStream.range(3, 12).mapToObj(i -> "i" + i).toList();
        var backwards = new ArrayList<>(items);
        Collections.reverse(backwards);

        var scores = chooser.score(HISTORY, items);
        var again = new ArrayList<>(chooser.score(HISTORY, backwards).scores());
        Collections.reverse(again);

        assertThat(scores.usage().calls()).isEqualTo(2 * 3);
        // Nine places in each of three orders: 3 * (9 + 8 + ... + 1) / 3.
        assertThat(scores.scores().stream().mapToDouble(s -> s).sum()).isCloseTo(45, within(1e-9));
        assertThat(again).isEqualTo(scores.scores());
    }

    @Test
    void aViewByRatingTellsTheBestRatedOldestFirst() {
        var view = new HistoryView(2, HistoryView.Choice.RATING, Optional.empty());

        assertThat(view.events(HISTORY)).extracting(Event::item).containsExactly("i0", "i2");
    }
}
