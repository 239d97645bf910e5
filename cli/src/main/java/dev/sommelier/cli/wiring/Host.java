package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Version;
import dev.sommelier.core.Provenance;
import dev.sommelier.io.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The facts about code, machine and data that every result carries.
public final class Host {
    private Host() {}

    /// Version, date, processor and Java, then what is known of the data.
    public static Provenance provenance(Study study) {
        return base().with("data set", study.dataset().name())
                .with("data source", study.dataset().source())
                .with("data licence", study.dataset().licence())
                .with("data content sha256", study.dataset().contentHash())
                .with("split", "leave-last-out by time, equal times by file row")
                .with("split sha256", study.split().hash())
                .with("seed", Long.toString(study.seed()));
    }

    /// What a model file says of a training on a whole data set: nothing that differs between two equal trainings.
    public static Provenance trained(Study study) {
        return new Provenance(Map.of())
                .with("sommelier", Version.text())
                .with(ModelFiles.DATA, study.dataset().name())
                .with("data source", study.dataset().source())
                .with("data licence", study.dataset().licence())
                .with("data content sha256", study.dataset().contentHash())
                .with("trained on", "all interactions")
                .with("seed", Long.toString(study.seed()));
    }

    /// Version, date, processor and Java, then the input files with their SHA-256.
    public static Provenance provenance(List<Path> inputs) {
        var facts = base();
        for (var file : inputs) {
            facts = facts.with(
                    file.toString(), Files.isRegularFile(file) ? "sha256 " + Hashes.sha256(file) : "a folder");
        }
        return facts;
    }

    private static Provenance base() {
        return new Provenance(Map.of())
                .with("sommelier", Version.text())
                .with("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .with("processor", processor())
                .with("processors", Integer.toString(Runtime.getRuntime().availableProcessors()))
                .with("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .with("java", Runtime.version().toString());
    }

    /// One provenance after the other.
    public static Provenance join(Provenance first, Provenance second) {
        var all = first;
        for (var fact : second.facts().entrySet()) {
            all = all.with(fact.getKey(), fact.getValue());
        }
        return all;
    }

    /// The processor's name, where the system tells it.
    public static String processor() {
        return fact(Path.of("/proc/cpuinfo"), "model name").orElse("unknown");
    }

    /// The most memory that this process has had in RAM so far, as the system tells it.
    public static Optional<String> peakMemory() {
        return fact(Path.of("/proc/self/status"), "VmHWM");
    }

    /// The same as a number.
    public static Optional<Long> peakMemoryBytes() {
        return peakMemory()
                .map(text -> 1024 * Long.parseLong(text.replace("kB", "").strip()));
    }

    private static Optional<String> fact(Path file, String name) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
