package dev.sommelier.cli.chat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs one reply after the other beside the thread that reads lines, so that the reader can leave a reply alone.
final class ReplyInTheMaking implements AutoCloseable {
    private final ExecutorService replies =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("reply").factory());
    private volatile CompletableFuture<Boolean> running = CompletableFuture.completedFuture(false);

    /// Makes a reply and waits for its end, or for [#stop()].
    ///
    /// @param begin runs before it, unless it was stopped while the one before was still being made
    /// @param work is told where its words go; after a stop they go nowhere
    /// @return whether the work said that the conversation is over
    boolean make(Runnable begin, Function<Consumer<String>, Boolean> work, Consumer<String> screen) {
        var made = new CompletableFuture<Boolean>();
        running = made;
        replies.execute(() -> {
            try {
                if (!made.isDone()) {
                    begin.run();
                }
                made.complete(work.apply(words -> {
                    synchronized (made) {
                        if (!made.isDone()) {
                            screen.accept(words);
                        }
                    }
                }));
            } catch (RuntimeException | Error e) {
                // An error too: the reader would wait for ever.
                made.completeExceptionally(e);
            }
        });
        return made.join();
    }

    /// Lets the reader go on. The reply's turn is still kept; the next reply begins after it.
    ///
    /// @return whether there was a reply to stop
    boolean stop() {
        var made = running;
        synchronized (made) {
            return made.complete(false);
        }
    }

    @Override
    public void close() {
        replies.shutdown();
    }
}
