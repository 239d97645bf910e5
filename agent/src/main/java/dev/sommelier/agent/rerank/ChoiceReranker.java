package dev.sommelier.agent.rerank;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Segment;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Shows all items as a list and lets the model choose the best one, then the best of the others, and so on: at each
/// step the most probable mark among those not chosen yet, so that no item is named twice or invented. What is left
/// after the last step stands in the order of its probabilities at that step.
///
/// Models prefer places in a list whatever stands there, so the list is shown in several orders drawn by a seed; an
/// item's score is the mean of `items - place` over the orders (Borda count). Source for the bias and the remedy: Hou
/// et
/// al., *Large language models are zero-shot rankers for recommender systems*, ECIR 2024,
/// [doi:10.1007/978-3-031-56060-6_24](https://doi.org/10.1007/978-3-031-56060-6_24).
public final class ChoiceReranker implements Reranker {
    private static final int LETTERS = 26;
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final LabelScorer scorer;
    private final Catalog catalog;
    private final UserView view;
    private final int steps;
    private final int orders;
    private final long seed;
    private final PromptTemplate first = PromptTemplate.load("rerank-choose");
    private final PromptTemplate next = PromptTemplate.load("rerank-choose-next");

    /// @param scorer the model; tells as many labels as there are items
    /// @param catalog the items, for their titles
    /// @param view what is told of the user
    /// @param steps how many items are chosen one after the other, at least 1
    /// @param orders in how many orders the list is shown, at least 1
    /// @param seed of the orders
    public ChoiceReranker(LabelScorer scorer, Catalog catalog, UserView view, int steps, int orders, long seed) {
        if (steps < 1 || orders < 1) {
            throw new IllegalArgumentException("steps and orders must be at least 1, got " + steps + " and " + orders);
        }
        this.scorer = scorer;
        this.catalog = catalog;
        this.view = view;
        this.steps = steps;
        this.orders = orders;
        this.seed = seed;
    }

    @Override
    public RerankScores score(History history, List<String> items) {
        var random = new Random(seed * STEP + history.user().hashCode());
        // From one order whatever the caller's, so that the draw depends on user and seed alone.
        var sorted = items.stream()
                .sorted(Comparator.comparingInt(catalog::position))
                .toList();
        double[] sums = new double[items.size()];
        var usage = Usage.NONE;
        for (int order = 0; order < orders; order++) {
            var shown = shuffled(sorted, random);
            var places = new ArrayList<String>();
            usage = usage.plus(choose(history, shown, places));
            for (int place = 0; place < places.size(); place++) {
                sums[items.indexOf(places.get(place))] += items.size() - place;
            }
        }
        return new RerankScores(
                IntStream.range(0, sums.length).mapToObj(i -> sums[i] / orders).toList(), usage);
    }

    private static List<String> shuffled(List<String> items, Random random) {
        var shuffled = new ArrayList<>(items);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return List.copyOf(shuffled);
    }

    /// @param places receives all items, best first
    private Usage choose(History history, List<String> shown, List<String> places) {
        var marks = marks(shown.size());
        var left = new ArrayList<>(marks);
        var messages = start(history, shown, marks);
        var usage = Usage.NONE;
        for (int step = 0; step < steps && left.size() > 1; step++) {
            if (step > 0) {
                messages.add(AiMessage.from(marks.get(shown.indexOf(places.getLast()))));
                messages.add(UserMessage.from(next.render(Map.of()).user().text()));
            }
            var scores = scorer.score(messages, left);
            usage = usage.plus(scores.usage());
            var ordered = ordered(scores);
            boolean last = step == steps - 1 || left.size() == 2;
            for (var mark : last ? ordered : List.of(ordered.getFirst())) {
                places.add(shown.get(marks.indexOf(mark)));
                left.remove(mark);
            }
        }
        left.forEach(mark -> places.add(shown.get(marks.indexOf(mark))));
        return usage;
    }

    /// The labels, most probable first; of equal ones the one shown first.
    private static List<String> ordered(LabelScores scores) {
        return IntStream.range(0, scores.labels().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -scores.logProbabilities().get(i)))
                .map(i -> scores.labels().get(i))
                .toList();
    }

    private List<ChatMessage> start(History history, List<String> shown, List<String> marks) {
        var lines = new ArrayList<Segment>();
        for (int i = 0; i < shown.size(); i++) {
            lines.add(new Segment.Trusted((i == 0 ? "" : "\n") + marks.get(i) + ". "));
            lines.add(new Segment.Data(Titles.oneLine(catalog.item(shown.get(i)).title())));
            lines.addAll(Titles.kind(catalog, shown.get(i)));
        }
        var prompt = first.render(Map.of("history", Value.of(view.lines(catalog, history)), "items", Value.of(lines)));
        return new ArrayList<>(List.of(
                SystemMessage.from(prompt.system().text()),
                UserMessage.from(prompt.user().text())));
    }

    /// Letters, or numbers of equal length where these do not suffice: no mark begins another one.
    private static List<String> marks(int items) {
        if (items <= LETTERS) {
            return IntStream.range(0, items)
                    .mapToObj(i -> String.valueOf((char) ('A' + i)))
                    .toList();
        }
        int digits = Integer.toString(items).length();
        return IntStream.rangeClosed(1, items)
                .mapToObj(i -> String.format(Locale.ROOT, "%0" + digits + "d", i))
                .toList();
    }

    @Override
    public String facts() {
        var own = List.of(first, next).stream()
                .map(template -> template.id() + "@" + template.version() + " (" + template.hash() + ")")
                .toList();
        return (own + " " + view.facts()).strip();
    }
}
