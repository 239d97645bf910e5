package dev.sommelier.cli.wiring;

import dev.sommelier.agent.rerank.ChoiceReranker;
import dev.sommelier.agent.rerank.CompanyView;
import dev.sommelier.agent.rerank.HistoryView;
import dev.sommelier.agent.rerank.Reranker;
import dev.sommelier.agent.rerank.TitleReranker;
import dev.sommelier.agent.rerank.UserView;
import dev.sommelier.agent.rerank.YesNoReranker;
import dev.sommelier.core.Query;
import dev.sommelier.core.RankedList;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.Answer;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.Estimate;
import dev.sommelier.experiments.compare.Fitted;
import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.Material;
import dev.sommelier.experiments.compare.Scored;
import dev.sommelier.experiments.compare.Solver;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.topn.KnnOptions;
import dev.sommelier.recommenders.topn.UserKnn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// A language model that orders items: given candidates, or the top of a classic recommender.
///
/// @param method how it is asked
/// @param model the model; asked for when something runs
record LlmKind(Method method, Supplier<LanguageModel> model) implements Kind {
    /// What a title takes with its genres.
    private static final int TITLE_TOKENS = 14;

    private static final int AROUND = 40;

    /// How a model is asked.
    enum Method {
        /// Yes or no for each item.
        YES_NO("history=10 choice=recency similar=0 similar-items=3 base=ease depth=20"),
        /// The likelihood of each title.
        TITLE("history=10 choice=recency similar=0 similar-items=3 prior=true base=ease depth=20"),
        /// A list to choose from, step by step.
        CHOICE("history=10 choice=recency similar=0 similar-items=3 steps=5 orders=2 base=ease depth=20");

        private final String preset;

        Method(String preset) {
            this.preset = preset;
        }
    }

    @Override
    public KindFacts facts() {
        return new KindFacts(
                ModelParameters.parse(method.preset),
                method == Method.CHOICE
                        ? Set.of(TaskType.RANKING, TaskType.RERANK)
                        : Set.of(TaskType.RANKING, TaskType.RERANK, TaskType.CLICK));
    }

    @Override
    public ContenderKind part() {
        return ContenderKind.AGENT;
    }

    @Override
    public Estimate estimate(ModelParameters p, int items) {
        int n = items == 0 ? p.integer("depth") : items;
        long told = p.integer("history") + (long) p.integer("similar") * p.integer("similar-items");
        long history = told * TITLE_TOKENS + AROUND;
        return switch (method) {
            case YES_NO -> new Estimate(n, history + (long) n * (TITLE_TOKENS + AROUND / 2), 0);
            case TITLE -> new Estimate(n, history + (long) n * TITLE_TOKENS, 0);
            case CHOICE -> {
                long steps = (long) p.integer("orders") * p.integer("steps");
                long lists = (long) p.integer("orders") * n * (TITLE_TOKENS + 4);
                yield new Estimate(steps, history + lists + steps * AROUND / 2, 0);
            }
        };
    }

    @Override
    public void check(ModelParameters p) {
        own(p, Optional.empty());
        if (p.integer("similar") < 0 || p.integer("similar-items") < 1) {
            throw new SommelierException("similar must be at least 0 and similar-items at least 1, got "
                    + p.integer("similar") + " and " + p.integer("similar-items"));
        }
        if (p.integer("depth") < 2) {
            throw new SommelierException("depth must be at least 2, got " + p.integer("depth"));
        }
        if (EnumSet.allOf(Classics.class).stream()
                .noneMatch(one -> one.toString().equals(p.text("base")))) {
            throw new SommelierException(
                    "base must be one of " + Arrays.toString(Classics.values()) + ", got \"" + p.text("base") + "\"");
        }
        var able = model.get().capabilities();
        boolean enough =
                switch (method) {
                    case YES_NO -> able.labels() >= 2;
                    case TITLE -> able.texts();
                    case CHOICE -> able.labels() >= p.integer("depth");
                };
        if (!enough) {
            throw new ModelFailure(
                    ModelFailure.Kind.CAPABILITY,
                    "the model's engine can do: " + able.text() + "; that is not enough for " + this
                            + "; choose the in-process engine, or leave this contender out");
        }
    }

    private static HistoryView own(ModelParameters p, Optional<RatingScale> scale) {
        return new HistoryView(p.integer("history"), p.choice("choice", HistoryView.Choice.class), scale);
    }

    /// The user's history, and what the nearest training users liked where that is asked for.
    private static UserView view(ModelParameters p, Material material) {
        var own = own(p, material.dataset().scale());
        if (p.integer("similar") == 0) {
            return own;
        }
        var options = Classics.USERKNN.preset().with(Map.of("neighbours", p.text("similar")));
        var knn = UserKnn.train(material.train(), KnnOptions.of(options));
        return new CompanyView(
                own,
                history -> knn.neighbours(history).stream()
                        .map(neighbour -> material.history(neighbour.user()))
                        .toList(),
                p.integer("similar-items"));
    }

    @Override
    public Fitted fit(Material material, ModelParameters p, Function<String, Fitted> others) {
        var reranker = reranker(material, p);
        return task -> switch (task) {
            case RANKING -> lists(reranker, others.apply(p.text("base")), p.integer("depth"));
            case RERANK, CLICK ->
                new Solver.Scores(
                        question -> {
                            var answer = reranker.score(question.history(), question.items());
                            return new Scored(answer.scores(), answer.usage());
                        },
                        method == Method.YES_NO);
            case RATING -> throw new IllegalArgumentException(this + " predicts no ratings");
        };
    }

    private Reranker reranker(Material material, ModelParameters p) {
        var catalog = material.train().catalog();
        var view = view(p, material);
        return switch (method) {
            case YES_NO -> new YesNoReranker(model.get().labels(), catalog, view);
            case TITLE -> new TitleReranker(model.get().texts(), catalog, view, flag(p, "prior"));
            case CHOICE ->
                new ChoiceReranker(
                        model.get().labels(), catalog, view, p.integer("steps"), p.integer("orders"), material.seed());
        };
    }

    private static boolean flag(ModelParameters p, String name) {
        return switch (p.text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SommelierException(name + " must be true or false, got \"" + p.text(name) + "\"");
        };
    }

    /// The top of the base recommender in the model's order.
    private static Solver lists(Reranker reranker, Fitted base, int depth) {
        if (!(base.solver(TaskType.RANKING) instanceof Solver.Lists lists)) {
            throw new IllegalArgumentException("the base gives no lists");
        }
        return new Solver.Lists(query -> {
            var found = lists.answers().apply(new Query(query.history(), depth, query.candidates()));
            var items = found.list().items();
            if (found.failure().isPresent() || items.isEmpty()) {
                return found;
            }
            var scored = reranker.score(query.history(), items);
            var ordered = IntStream.range(0, items.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -scored.scores().get(i)))
                    .map(items::get)
                    .limit(query.k())
                    .toList();
            return new Answer(
                    RankedList.ofItems(ordered),
                    Optional.empty(),
                    scored.usage(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty());
        });
    }

    @Override
    public String toString() {
        return "llm-" + method.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// All methods.
    static List<LlmKind> all(Supplier<LanguageModel> model) {
        return Arrays.stream(Method.values())
                .map(one -> new LlmKind(one, model))
                .toList();
    }
}
