package dev.sommelier.agent;

import dev.sommelier.core.Query;
import dev.sommelier.core.RankedList;
import dev.sommelier.core.Recommender;
import dev.sommelier.tools.ToolBox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// A recommender that explores with tools what a user would want, after ToolRec (arXiv 2405.15114).
///
/// It reads the last items of the history, then decides for some rounds which tool to call, and at last chooses the
/// list
/// item by item from what the tools found. The list holds `k` distinct, unseen items of the catalogue, unless fewer
/// remain or the run failed; a failed run's list is empty. What the decider did not place itself is counted in
/// [AgentRun#repairs()]. Thread-safe if the decider's model is.
///
/// ```
/// var agent = new SurrogateUser(tools, new ModelDecider(chatModel, "my-model"), AgentOptions.DEFAULT);
/// AgentRun run = agent.run(Query.top(10, history));
/// ```
public final class SurrogateUser implements Recommender {
    private final ToolBox tools;
    private final Decider decider;
    private final AgentOptions options;
    private final Consumer<AgentRun> observer;
    private final LongSupplier nanoClock;

    /// @param tools the tools over one catalogue
    /// @param decider the language model or control that decides
    /// @param options sizes and budget
    public SurrogateUser(ToolBox tools, Decider decider, AgentOptions options) {
        this(tools, decider, options, run -> {}, System::nanoTime);
    }

    SurrogateUser(
            ToolBox tools, Decider decider, AgentOptions options, Consumer<AgentRun> observer, LongSupplier nanoClock) {
        this.tools = tools;
        this.decider = decider;
        this.options = options;
        this.observer = observer;
        this.nanoClock = nanoClock;
    }

    /// The same, telling each run to an observer when it ends, also those of [#recommend(Query)].
    public SurrogateUser observedBy(Consumer<AgentRun> other) {
        return new SurrogateUser(tools, decider, options, observer.andThen(other), nanoClock);
    }

    @Override
    public String name() {
        return decider.name();
    }

    @Override
    public RankedList recommend(Query query) {
        return run(query).list();
    }

    /// Serves one user and tells everything that happened.
    ///
    /// @throws IllegalArgumentException if the history names an item that the catalogue lacks
    public AgentRun run(Query query) {
        var run = new AgentLoop(tools, decider, options, query, nanoClock).run();
        observer.accept(run);
        return run;
    }

    /// What must be known to make the same lists again: decider, prompts, options, tools.
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("decider", decider.name());
        facts.putAll(decider.facts());
        facts.put("base recommender", tools.base().name());
        tools.weights()
                .byAttribute()
                .forEach((attribute, weight) -> facts.put("weight of " + attribute, weight.toString()));
        facts.putAll(options.facts());
        return facts;
    }
}
