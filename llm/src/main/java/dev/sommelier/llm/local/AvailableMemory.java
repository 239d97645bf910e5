package dev.sommelier.llm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// How much memory this process can still get: what Linux calls available, within the limit of the process's control
/// group (a container's limit). Pages that only cache files count as available in both.
final class AvailableMemory {
    private AvailableMemory() {}

    static OptionalLong ofThisMachine() {
        return of(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
    }

    /// @param meminfo a file such as `/proc/meminfo`
    /// @param group a folder such as `/sys/fs/cgroup`, of version 2
    /// @return empty on a system that has no such file
    static OptionalLong of(Path meminfo, Path group) {
        var machine = field(meminfo, "MemAvailable:");
        if (machine.isEmpty()) {
            return machine;
        }
        long bytes = machine.getAsLong() * 1024;
        var limit = field(group.resolve("memory.max"), "");
        var used = field(group.resolve("memory.current"), "");
        if (limit.isEmpty() || used.isEmpty()) {
            return OptionalLong.of(bytes);
        }
        long files = field(group.resolve("memory.stat"), "inactive_file ").orElse(0);
        return OptionalLong.of(Math.min(bytes, Math.max(0, limit.getAsLong() - used.getAsLong() + files)));
    }

    private static OptionalLong field(Path file, String name) {
        if (!Files.isReadable(file)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).replace("kB", "").strip())
                    // "max" is how a control group writes that it has no limit.
                    .filter(text -> !text.equals("max"))
                    .mapToLong(Long::parseLong)
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
