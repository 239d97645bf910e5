package dev.sommelier.cli.wiring;

import dev.sommelier.agent.AgentRun;
import dev.sommelier.agent.RunLists;
import dev.sommelier.agent.SurrogateUser;
import dev.sommelier.agent.trace.Trace;
import dev.sommelier.agent.trace.TraceWriter;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.RankingContender;
import dev.sommelier.io.AtomicFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One surrogate user's runs over many users: collects them and writes lists and traces.
public final class AgentJob {
    private final SurrogateUser agent;
    private final Catalog catalog;
    private final Optional<Path> folder;
    private final List<AgentRun> runs = new ArrayList<>();

    /// @param folder where `traces/USER.jsonl` is written as soon as a user is done; nothing is written without it
    public AgentJob(SurrogateUser agent, Catalog catalog, Optional<Path> folder) {
        this.agent = agent;
        this.catalog = catalog;
        this.folder = folder;
    }

    /// This agent as a contender.
    public RankingContender contender(boolean model) {
        var parameters = "base " + agent.facts().getOrDefault("base recommender", "");
        return model
                ? RankingContender.agent(agent, parameters, this::done)
                : RankingContender.control(agent, parameters, this::done);
    }

    private void done(AgentRun run) {
        runs.add(run);
        folder.ifPresent(out -> AtomicFiles.write(
                out.resolve("traces").resolve(fileName(run.user())),
                new TraceWriter(TraceWriter.Times.KEPT).lines(trace(run))));
    }

    /// The runs so far, in the order of the users.
    public List<AgentRun> runs() {
        return List.copyOf(runs);
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

    /// A user's id as a file name: ids are data and may hold anything.
    static String fileName(String user) {
        var safe = new StringBuilder();
        for (byte b : user.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
            safe.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return safe + ".jsonl";
    }
}
