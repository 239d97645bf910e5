package dev.sommelier.experiments.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.report.JsonReport;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.io.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a comparison's folder says of it, beside the journal.
///
/// @param facts everything that could change an answer
/// @param users how many users each data set has to ask, at most
/// @param provenance how, when and where it was begun
public record JobFolder(Map<String, String> facts, Map<String, Integer> users, Map<String, String> provenance) {
    private static final String JOB = "job.json";
    private static final String NONE = "(none)";
    private static final String MODEL = "model ";
    /// The name of the file that says what a comparison is.
    public static final String EXPERIMENT = "experiment.yaml";

    private static final ObjectMapper JSON = new ObjectMapper();

    public JobFolder {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /// The same with what is known of the language model: where a server was is told and tells no answers apart.
    ///
    /// @param model empty without one
    public static JobFolder of(
            Map<String, String> facts,
            Map<String, Integer> users,
            Map<String, String> model,
            Map<String, String> provenance) {
        var all = new LinkedHashMap<>(facts);
        Provenance.compared(model).forEach((name, value) -> all.put(MODEL + name, value));
        var told = new LinkedHashMap<>(provenance);
        if (model.containsKey(Provenance.ADDRESS)) {
            told.put(MODEL + Provenance.ADDRESS, model.get(Provenance.ADDRESS));
        }
        return new JobFolder(all, users, told);
    }

    /// Begins a job in a folder, or goes on with the same one.
    ///
    /// @param name the name of the file that keeps the text
    /// @param text what the user wrote
    /// @return what the folder says of it from now on: what was begun, where it was begun before
    /// @throws SommelierException with the differences if the folder holds another job
    public static JobFolder begin(Path folder, String name, String text, JobFolder now) {
        var file = folder.resolve(JOB);
        var begun = now;
        if (Files.exists(file)) {
            begun = read(folder);
            begun.requireSame(now, folder);
        } else {
            AtomicFiles.write(file, JsonReport.render(now));
        }
        AtomicFiles.write(folder.resolve(name), text);
        return begun;
    }

    /// What a folder says of its comparison.
    ///
    /// @throws SommelierException if it holds none
    public static JobFolder read(Path folder) {
        var file = folder.resolve(JOB);
        if (!Files.isRegularFile(file)) {
            throw new SommelierException("there is no comparison in " + folder + " (no " + JOB
                    + "); give the folder that 'sommelier compare --out' wrote");
        }
        try {
            return JSON.readValue(file.toFile(), JobFolder.class);
        } catch (JsonProcessingException e) {
            throw new SommelierException(file + " does not describe a comparison; give another folder", e);
        } catch (IOException e) {
            throw new SommelierException("cannot read " + file + "; check its permissions", e);
        }
    }

    /// The experiment file's text that a folder keeps.
    public static String experiment(Path folder) {
        return text(folder, EXPERIMENT);
    }

    /// The text that a folder keeps under a name.
    public static String text(Path folder, String name) {
        var file = folder.resolve(name);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SommelierException("cannot read " + file + "; give the folder that the job wrote", e);
        }
    }

    /// The journal of the work.
    public static Path journal(Path folder) {
        return folder.resolve("journal.db");
    }

    /// One hash of all that could change an answer.
    public String hash() {
        return Hashes.sha256(facts);
    }

    /// Refuses to show what was done under the name of something else.
    ///
    /// @param name the name of the file that says what the job is
    /// @param now what that file says now: everything that could change an answer and that a person decides
    /// @throws SommelierException with the differences if the file was changed since the work was begun
    public void requireUnchanged(String name, Map<String, String> now, Path folder) {
        var decided = new LinkedHashMap<>(facts);
        decided.keySet().removeIf(JobFolder::found);
        var differences = differences(decided, now);
        if (!differences.isEmpty()) {
            throw new SommelierException(
                    folder.resolve(name) + " does not say any more what was worked on:\n" + differences
                            + "\nTake these changes back, or work in another --out folder. Only the name and the statistics"
                            + " may be changed afterwards.");
        }
    }

    /// Whether a fact was found by the machine, not decided by a person.
    private static boolean found(String fact) {
        return fact.startsWith(MODEL)
                || (!fact.startsWith("contender ")
                        && (fact.endsWith(" content sha256") || fact.endsWith(" split sha256")));
    }

    private void requireSame(JobFolder now, Path folder) {
        var differences = differences(facts, now.facts);
        if (!differences.isEmpty()) {
            throw new SommelierException("the work in " + folder + " was begun with something else:\n" + differences
                    + "\nAnswers of different experiments do not mix: give the old one, or another --out folder.");
        }
    }

    /// One line for each fact that is not the same; empty where all are.
    private static String differences(Map<String, String> before, Map<String, String> now) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .filter(key -> !before.getOrDefault(key, NONE).equals(now.getOrDefault(key, NONE)))
                .map(key -> "  " + key + ": " + before.getOrDefault(key, NONE) + " -> " + now.getOrDefault(key, NONE))
                .collect(Collectors.joining("\n"));
    }
}
