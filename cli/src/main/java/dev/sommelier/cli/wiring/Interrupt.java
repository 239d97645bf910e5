package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Output;
import java.util.concurrent.CountDownLatch;

/// Lets work end in order when the user presses Ctrl-C or the process is asked to end: the JVM waits until this is
/// closed, and then ends with the signal's exit code (130 for Ctrl-C).
final class Interrupt implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean wanted;

    Interrupt(Output output) {
        hook = Thread.ofPlatform().unstarted(() -> {
            wanted = true;
            output.note("Stopping: the batches in flight are finished first; the same command goes on from there.");
            await();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the work should end.
    boolean wanted() {
        return wanted;
    }

    @Override
    public void close() {
        ended.countDown();
        if (!wanted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The signal came in this moment; the hook runs and finds that the work has ended.
                wanted = true;
            }
        }
    }
}
