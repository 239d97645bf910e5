package dev.sommelier.experiments.pairs;

import dev.sommelier.agent.rerank.RerankPrompts;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.prompts.RenderedPrompt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Makes the pairs of a training part, user by user. Wrong answers are drawn among the items that the user has no
/// contact with in training, so nothing here depends on what is held out; that a held-out item may be drawn as a wrong
/// one is the price of not looking.
final class PairMaker {
    private static final long STEP = 0x9e3779b97f4a7c15L;
    private static final int DRAWS = 1000;

    private final TrainingSet train;
    private final PairOptions options;
    private int usersWithout;
    private int withoutWrong;

    PairMaker(TrainingSet train, PairOptions options) {
        this.train = train;
        this.options = options;
    }

    /// Users with fewer than two training events, of whom nothing can be asked, after [#make].
    int usersWithout() {
        return usersWithout;
    }

    /// Questions for which no wrong item was found, after [#make].
    int withoutWrong() {
        return withoutWrong;
    }

    /// @return how many users were taken, with and without pairs
    int make(Consumer<TrainingPair> sink) {
        var users = users();
        for (var history : users) {
            var events = history.events();
            if (events.size() < 2) {
                usersWithout++;
            }
            var random =
                    new SplittableRandom(options.seed() * STEP + history.user().hashCode());
            for (int i = Math.max(1, events.size() - options.perUser()); i < events.size(); i++) {
                var before = new History(history.user(), events.subList(0, i));
                var item = events.get(i).item();
                var wrong = wrong(history.items(), item, random);
                if (wrong.isEmpty()) {
                    withoutWrong++;
                } else {
                    pairs(before, item, wrong.get(), sink);
                }
            }
        }
        return users.size();
    }

    private List<History> users() {
        var all = new ArrayList<>(train.histories());
        if (options.users().isEmpty()) {
            return all;
        }
        var random = new Random(options.seed());
        int n = Math.min(options.users().get(), all.size());
        for (int i = 0; i < n; i++) {
            Collections.swap(all, i, i + random.nextInt(all.size() - i));
        }
        return all.subList(0, n);
    }

    /// An item without contact whose title is another one.
    private Optional<String> wrong(Set<String> known, String item, SplittableRandom random) {
        Catalog catalog = train.catalog();
        var title = RerankPrompts.titleOf(catalog, item);
        for (int draw = 0; draw < DRAWS; draw++) {
            var drawn = catalog.item(random.nextInt(catalog.size())).id();
            if (!known.contains(drawn) && !RerankPrompts.titleOf(catalog, drawn).equals(title)) {
                return Optional.of(drawn);
            }
        }
        return Optional.empty();
    }

    private void pairs(History before, String item, String wrong, Consumer<TrainingPair> sink) {
        var catalog = train.catalog();
        var told = options.view().lines(catalog, before);
        switch (options.ask()) {
            case TITLE ->
                sink.accept(pair(
                        before.user(),
                        item,
                        RerankPrompts.title(told),
                        RerankPrompts.titleOf(catalog, item),
                        RerankPrompts.titleOf(catalog, wrong)));
            case YES_NO -> {
                sink.accept(pair(before.user(), item, RerankPrompts.yesNo(told, catalog, item), "Yes", "No"));
                sink.accept(pair(before.user(), wrong, RerankPrompts.yesNo(told, catalog, wrong), "No", "Yes"));
            }
        }
    }

    private static TrainingPair pair(String user, String item, RenderedPrompt prompt, String answer, String rejected) {
        return new TrainingPair(
                user, item, prompt.system().text(), prompt.user().text(), answer, rejected);
    }
}
