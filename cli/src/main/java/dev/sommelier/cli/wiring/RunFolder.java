package dev.sommelier.cli.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.agent.AgentRun;
import dev.sommelier.agent.trace.Trace;
import dev.sommelier.agent.trace.TraceReader;
import dev.sommelier.agent.trace.TraceWriter;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.report.JsonReport;
import dev.sommelier.io.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// The folder of an agent run: `job.json` says what could change a list, `traces/USER.jsonl` is written as soon as a
/// user is done. A run that was stopped goes on where it was, and one for more users keeps those it has.
public final class RunFolder {
    private static final String JOB = "job.json";

    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /// Starts a run in this folder, or goes on with the one that it holds.
    ///
    /// @param job every fact that could change a list
    /// @param fresh whether to forget what the folder holds
    /// @throws SommelierException if the folder holds another run
    public static RunFolder open(Path folder, Provenance job, boolean fresh) {
        var opened = new RunFolder(folder);
        if (fresh) {
            opened.forget();
        }
        var file = folder.resolve(JOB);
        if (Files.exists(file)) {
            opened.check(read(file), job.facts());
        } else if (Files.exists(opened.traces())) {
            throw new SommelierException(folder + " holds traces of a run that is not described (no " + JOB
                    + "); choose another --out," + " or start anew with --fresh.");
        } else {
            AtomicFiles.write(file, JsonReport.render(job.facts()));
        }
        return opened;
    }

    /// How a user was served before; empty where the user was not, or the run failed.
    public Optional<AgentRun> served(String user) {
        var file = file(user);
        return Files.exists(file)
                ? TraceReader.read(file).stream()
                        .findFirst()
                        .filter(trace -> trace.failure().isEmpty())
                        .map(Trace::run)
                : Optional.empty();
    }

    /// Keeps a run.
    public void keep(Trace trace) {
        AtomicFiles.write(file(trace.user()), new TraceWriter(TraceWriter.Times.KEPT).lines(trace));
    }

    private Path traces() {
        return folder.resolve("traces");
    }

    private Path file(String user) {
        return traces().resolve(fileName(user));
    }

    private void check(Map<String, String> before, Map<String, String> now) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (var name : names) {
            if (!Objects.equals(before.get(name), now.get(name))) {
                throw new SommelierException(folder + " holds another run: its " + name + " is "
                        + before.getOrDefault(name, "not set") + ", now it is " + now.getOrDefault(name, "not set")
                        + "; choose another --out, or start anew with --fresh.");
            }
        }
    }

    private static Map<String, String> read(Path file) {
        try {
            return new ObjectMapper().readValue(file.toFile(), new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new SommelierException(file + " is not a job description; start anew with --fresh.", e);
        } catch (IOException e) {
            throw new SommelierException("cannot read " + file + "; check its permissions", e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(folder.resolve(JOB));
            if (Files.isDirectory(traces())) {
                try (var files = Files.newDirectoryStream(traces(), "*.jsonl")) {
                    for (var file : files) {
                        Files.delete(file);
                    }
                }
                Files.delete(traces());
            }
        } catch (IOException e) {
            throw new SommelierException(
                    "cannot empty " + folder + "; check its permissions, or choose another --out", e);
        }
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
