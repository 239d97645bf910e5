package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A command at a terminal of its own, which script(1) makes: keys go in, what the screen is sent comes out.
final class PseudoTerminal implements AutoCloseable {
    private static final int SECONDS = 60;

    private final Process process;
    private final OutputStream keys;
    private final StringBuilder screen = new StringBuilder();
    private final StringBuilder all = new StringBuilder();
    private int total;

    private PseudoTerminal(Process process) {
        this.process = process;
        this.keys = process.getOutputStream();
        Thread.ofVirtual().start(() -> read(process.getInputStream()));
    }

    /// Starts a command line of the shell; skips the test where there is no script(1).
    static PseudoTerminal start(String command, Map<String, String> environment) throws IOException {
        assumeTrue(Files.exists(Path.of("/usr/bin/script")), "script(1) is missing, which makes a terminal");
        var builder = new ProcessBuilder(List.of("script", "-qefc", command, "/dev/null")).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new PseudoTerminal(builder.start());
    }

    private void read(InputStream output) {
        var buffer = new byte[8192];
        try {
            for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                synchronized (screen) {
                    var text = new String(buffer, 0, n, StandardCharsets.UTF_8);
                    screen.append(text);
                    all.append(text);
                    total += n;
                    screen.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Presses keys.
    PseudoTerminal type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
        return this;
    }

    /// Waits until the screen was sent a text, and forgets what came before its end.
    PseudoTerminal await(String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        synchronized (screen) {
            int at = screen.indexOf(text);
            while (at < 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                assertThat(left)
                        .as("waiting for \"%s\", got:\n%s", text, screen)
                        .isPositive();
                screen.wait(left);
                at = screen.indexOf(text);
            }
            screen.delete(0, at + text.length());
        }
        return this;
    }

    /// How many bytes the screen was sent so far.
    int sent() {
        synchronized (screen) {
            return total;
        }
    }

    /// Waits until the screen was sent more than so many bytes.
    void awaitMore(int before) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        synchronized (screen) {
            while (total <= before) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                assertThat(left).as("waiting for more, got:\n%s", all).isPositive();
                screen.wait(left);
            }
        }
    }

    /// All that the screen was sent.
    String seen() {
        synchronized (screen) {
            return all.toString();
        }
    }

    /// Kills the command itself and all that it started, as `kill -9` does.
    void kill() throws Exception {
        for (var one : process.descendants().toList()) {
            one.destroyForcibly();
            CompletableFuture.allOf(one.onExit()).get(SECONDS, TimeUnit.SECONDS);
        }
        ended();
    }

    /// Waits for the command's end and tells its exit code.
    int ended() throws InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                .as("the command ends; got:\n%s", screen)
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
