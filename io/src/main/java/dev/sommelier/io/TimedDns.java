package dev.sommelier.io;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/// The system's name lookup with a time limit: without a network it may block for half a minute, in which the next
/// source
/// would long have served.
record TimedDns(Dns system, Duration limit) implements Dns {
    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        var answer = new CompletableFuture<List<InetAddress>>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(system.lookup(hostname));
            } catch (UnknownHostException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CompletionException | TimeoutException e) {
            throw unknown(hostname, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(hostname, e);
        }
    }

    private static UnknownHostException unknown(String hostname, Exception cause) {
        var e = new UnknownHostException(hostname);
        e.initCause(cause);
        return e;
    }
}
