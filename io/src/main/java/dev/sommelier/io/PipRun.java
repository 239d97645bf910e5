package dev.sommelier.io;

import dev.sommelier.core.SommelierException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// One run of pip's client in a folder of its own.
final class PipRun {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration STALL_LIMIT = Duration.ofMinutes(3);
    private static final String ERROR = "ERROR:";
    private static final int SHOWN = 200;
    private static final int KEPT = 500;
    private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();

    private final PipPackage wanted;
    private final Path folder;
    /// Written by the listening thread, read after it has ended.
    private final Deque<String> output = new ArrayDeque<>();

    PipRun(PipPackage wanted, Path folder) {
        this.wanted = wanted;
        this.folder = folder;
    }

    /// Ends every running client; for a process that is about to end and to delete the client's folder.
    static void stopAll() {
        LIVE.forEach(process -> process.destroyForcibly().onExit().join());
    }

    /// The wheel that pip brought into the folder.
    Path wheel(Progress progress) throws IOException {
        int exit = run(progress);
        if (exit != 0) {
            throw failed();
        }
        try (var wheels = Files.newDirectoryStream(folder, "*.whl")) {
            for (var wheel : wheels) {
                return wheel;
            }
        }
        throw new SommelierException(
                "pip brought no wheel for " + wanted.requirement() + "; check the pip configuration");
    }

    private int run(Progress progress) throws IOException {
        // pip unpacks here, so that its temporary files are on the same disk and go away with ours.
        var temporary = Files.createDirectory(folder.resolve("tmp"));
        var builder = new ProcessBuilder(command()).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectInput(new File("/dev/null"));
        builder.environment().put("TMPDIR", temporary.toString());
        var process = start(builder);
        LIVE.add(process);
        // Kept in memory: a file of it would be cut short by the full disk that it tells of.
        var listener = Thread.ofVirtual().start(() -> listen(process));
        try {
            int exit = await(process, progress);
            listener.join();
            return exit;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SommelierException("fetching " + wanted.requirement() + " was interrupted; run it again", e);
        } finally {
            process.destroyForcibly();
            LIVE.remove(process);
        }
    }

    /// Wheels only: a source package would run its own code while being fetched.
    private List<String> command() {
        return List.of(
                wanted.python(),
                "-m",
                "pip",
                "download",
                "--no-deps",
                "--only-binary=:all:",
                "--disable-pip-version-check",
                "--no-input",
                "--progress-bar",
                "off",
                "--retries",
                "2",
                "--timeout",
                "15",
                "-d",
                folder.toString(),
                wanted.requirement());
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new SommelierException(
                    "cannot start " + wanted.python() + " to fetch " + wanted.requirement()
                            + "; install Python 3 with pip, on Debian or Ubuntu: apt install python3-pip",
                    e);
        }
    }

    private int await(Process process, Progress progress) throws InterruptedException, IOException {
        var task = wanted.requirement() + " (pip)";
        long seen = -1;
        long quietSince = System.nanoTime();
        do {
            long now = size();
            if (now != seen) {
                seen = now;
                quietSince = System.nanoTime();
                progress.update(task, now, -1);
            } else if (System.nanoTime() - quietSince > STALL_LIMIT.toNanos()) {
                throw new SommelierException("pip made no progress with " + wanted.requirement() + " for "
                        + STALL_LIMIT.toMinutes() + " minutes; check the network connection and try again");
            }
        } while (!process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS));
        return process.exitValue();
    }

    private void listen(Process process) {
        try (var lines = process.inputReader(StandardCharsets.ISO_8859_1)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.addLast(line);
                if (output.size() > KEPT) {
                    output.removeFirst();
                }
            }
        } catch (IOException e) {
            output.addLast("ERROR: the output of pip broke off, " + e.getClass().getSimpleName());
        }
    }

    private long size() throws IOException {
        long sum = 0;
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                sum += Files.isRegularFile(file) ? sizeOrGone(file) : 0;
            }
        } catch (UncheckedIOException e) {
            // pip removes its files while they are counted; the next look counts again.
            return sum;
        }
        return sum;
    }

    private static long sizeOrGone(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private SommelierException failed() {
        var lines = output.stream().filter(line -> !line.isBlank()).toList();
        if (lines.stream().anyMatch(line -> line.contains("No module named pip"))) {
            return new SommelierException(wanted.python() + " has no pip, which fetches " + wanted.requirement()
                    + "; install it, on Debian or Ubuntu: apt install python3-pip");
        }
        if (lines.stream().anyMatch(line -> line.contains("No space left on device"))) {
            return Failures.writing(folder.resolveSibling(wanted.name()), new IOException("No space left on device"));
        }
        // After a bare "ERROR: Exception:" comes a stack trace, whose last line says what happened.
        var said = lines.stream()
                .filter(line -> line.startsWith(ERROR) && !line.endsWith(":"))
                .findFirst()
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()));
        return new SommelierException("pip could not fetch " + wanted.requirement() + ": "
                + said.map(PipRun::presentable).orElse("it gave no reason")
                + "; check the network connection and the pip configuration, or use another source");
    }

    /// pip's own words without addresses, which may hold credentials.
    private static String presentable(String line) {
        var text = line.replaceFirst("^" + ERROR, "").strip().replaceAll("[a-z+]+://\\S+", "(address)");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
