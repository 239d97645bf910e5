package dev.sommelier.cli.wiring;

import dev.sommelier.agent.AgentOptions;
import dev.sommelier.agent.Decider;
import dev.sommelier.agent.FixedPlanDecider;
import dev.sommelier.agent.ModelDecider;
import dev.sommelier.agent.RandomDecider;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.datasets.Split;
import dev.sommelier.experiments.Answer;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.Estimate;
import dev.sommelier.experiments.compare.Fitted;
import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.Material;
import dev.sommelier.experiments.compare.Solver;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.io.Progress;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// The surrogate user that explores by tools over EASE, or its loop with decisions that no model takes.
///
/// @param decides who decides
/// @param model asked for when something runs, by the model's agent alone
record AgentKind(Decides decides, Supplier<LanguageModel> model, Supplier<TextEncoder> encoder) implements Kind {
    /// What one user's dialogue takes, seen on MovieLens 100K.
    private static final Estimate DIALOGUE = new Estimate(15, 1500, 300);

    /// Who decides.
    enum Decides {
        /// The language model.
        MODEL("agent"),
        /// Chance.
        RANDOM("agent-random"),
        /// A plan that is always the same.
        PLAN("agent-plan");

        private final String kind;

        Decides(String kind) {
            this.kind = kind;
        }
    }

    @Override
    public KindFacts facts() {
        return new KindFacts(ModelParameters.parse(""), Set.of(TaskType.RANKING));
    }

    @Override
    public ContenderKind part() {
        return decides == Decides.MODEL ? ContenderKind.AGENT : ContenderKind.CONTROL;
    }

    @Override
    public Estimate estimate(ModelParameters parameters, int items) {
        return decides == Decides.MODEL ? DIALOGUE : Estimate.NONE;
    }

    @Override
    public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
        // The tools weigh attributes on the validation part, which a split of the whole data set has.
        var study = new Study(material.dataset(), Split.leaveLastOut(material.dataset()), material.seed());
        var base = Classics.EASE.train(material.train(), encoder, material.seed());
        var tools = study.tools(base, Classics.EASE, encoder, Progress.silent());
        var agent = study.agent(tools, decider(material.seed()), AgentOptions.DEFAULT);
        return task -> new Solver.Lists(query -> Answer.of(agent.run(query)));
    }

    private Decider decider(long seed) {
        return switch (decides) {
            case MODEL -> new ModelDecider(model.get().chat(), model.get().description());
            case RANDOM -> new RandomDecider(seed);
            case PLAN -> new FixedPlanDecider();
        };
    }

    @Override
    public String toString() {
        return decides.kind.toLowerCase(Locale.ROOT);
    }

    /// The agent and its controls.
    static List<AgentKind> all(Supplier<LanguageModel> model, Supplier<TextEncoder> encoder) {
        return Arrays.stream(Decides.values())
                .map(one -> new AgentKind(one, model, encoder))
                .toList();
    }
}
