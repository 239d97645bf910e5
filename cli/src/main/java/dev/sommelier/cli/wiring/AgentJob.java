package dev.sommelier.cli.wiring;

import dev.sommelier.agent.AgentRun;
import dev.sommelier.agent.RunLists;
import dev.sommelier.agent.SurrogateUser;
import dev.sommelier.agent.trace.Trace;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Query;
import dev.sommelier.experiments.RankingContender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One surrogate user's runs over many users: collects them, and keeps them in a folder where there is one.
public final class AgentJob {
    private final SurrogateUser agent;
    private final Catalog catalog;
    private final Optional<RunFolder> folder;
    private final List<AgentRun> runs = new ArrayList<>();
    private int resumed;

    /// @param folder keeps every run; users whom it has already are not served again
    public AgentJob(SurrogateUser agent, Catalog catalog, Optional<RunFolder> folder) {
        this.agent = agent;
        this.catalog = catalog;
        this.folder = folder;
    }

    /// Everything that could change a list, for [RunFolder].
    ///
    /// @param encoder the name of what reads texts
    /// @param deciding what is known of the model
    public static Provenance description(Study study, SurrogateUser agent, int k, String encoder, Provenance deciding) {
        return Host.join(new Provenance(agent.facts()), deciding)
                .with("data content sha256", study.dataset().contentHash())
                .with("split sha256", study.split().hash())
                .with("seed", Long.toString(study.seed()))
                .with("k", Integer.toString(k))
                .with("text encoder", encoder);
    }

    /// This agent as a contender.
    public RankingContender contender(boolean model) {
        var parameters = "base " + agent.facts().getOrDefault("base recommender", "");
        return model
                ? RankingContender.agent(agent.name(), parameters, this::serve)
                : RankingContender.control(agent.name(), parameters, this::serve);
    }

    private AgentRun serve(Query query) {
        var before = folder.flatMap(kept -> kept.served(query.history().user()));
        if (before.isPresent()) {
            resumed++;
        }
        var run = before.orElseGet(() -> served(query));
        runs.add(run);
        return run;
    }

    private AgentRun served(Query query) {
        var run = agent.run(query);
        folder.ifPresent(kept -> kept.keep(trace(run)));
        return run;
    }

    /// The runs so far, in the order of the users.
    public List<AgentRun> runs() {
        return List.copyOf(runs);
    }

    /// How many of the runs were kept from before.
    public int resumed() {
        return resumed;
    }

    /// A run's trace.
    public Trace trace(AgentRun run) {
        return Trace.of(run, agent.facts(), catalog);
    }

    /// How the runs were made: decider, prompts, options, tools.
    public Provenance facts() {
        return new Provenance(agent.facts());
    }

    /// The lists as tab-separated lines, the same bytes for the same seed.
    public String lists() {
        return RunLists.tsv(runs, catalog);
    }
}
