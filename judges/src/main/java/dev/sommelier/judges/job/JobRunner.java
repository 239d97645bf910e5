package dev.sommelier.judges.job;

import dev.sommelier.io.journal.Journal;
import dev.sommelier.io.journal.Lease;
import dev.sommelier.judges.relevance.RelevanceJudge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Works on a job's batches until none is free. Each worker holds one batch at a time, so the number of workers bounds
/// what is in flight and what is in memory.
public final class JobRunner {
    private static final long BEAT_SECONDS = Journal.EXPIRY.toSeconds() / 6;

    private final JudgingJob job;
    private final RelevanceJudge judge;
    private final int workers;
    private final JobProgress progress;
    private final BooleanSupplier stop;
    private final AtomicBoolean broken = new AtomicBoolean();
    private final GoneEngine gone;

    /// @param workers how many batches are in flight, at least 1
    /// @param progress hears of each batch after its commit
    /// @param stop asked before each batch; true ends the work after the batches in flight
    public JobRunner(JudgingJob job, RelevanceJudge judge, int workers, JobProgress progress, BooleanSupplier stop) {
        this.job = job;
        this.judge = judge;
        this.workers = workers;
        this.progress = progress;
        this.stop = stop;
        this.gone = new GoneEngine(job);
    }

    /// Works until no batch is free.
    ///
    /// @return whether every wanted pair has its outcome now; false when stopped, or while other processes still work
    /// @throws SommelierException when three batches in a row failed wholly for the engine's reasons
    /// @throws RuntimeException what a worker threw, after the others have ended; committed batches stay
    public boolean run() {
        try (var heart = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("judge-heart").factory());
                var pool = Executors.newFixedThreadPool(
                        workers, Thread.ofPlatform().daemon().name("judge-", 0).factory())) {
            var beating = heart.scheduleAtFixedRate(job.journal()::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
            try {
                await(start(pool));
            } finally {
                beating.cancel(false);
            }
        }
        return job.journal().finished();
    }

    private List<Future<?>> start(ExecutorService pool) {
        var futures = new ArrayList<Future<?>>();
        for (int i = 0; i < workers; i++) {
            futures.add(pool.submit(this::work));
        }
        return futures;
    }

    private static void await(List<Future<?>> futures) {
        Optional<RuntimeException> first = Optional.empty();
        for (var future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                var failure = e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(e.getCause());
                first = first.or(() -> Optional.of(failure));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while judging", e);
            }
        }
        first.ifPresent(failure -> {
            throw failure;
        });
    }

    private void work() {
        while (!stop.getAsBoolean() && !broken.get()) {
            var lease = job.journal().take();
            if (lease.isEmpty()) {
                return;
            }
            boolean done = false;
            try {
                judge(lease.get());
                done = true;
            } finally {
                if (!done) {
                    broken.set(true);
                    job.journal().release(lease.get());
                }
            }
        }
    }

    private void judge(Lease lease) {
        var pairs = job.plan().pairs(lease.first(), lease.end());
        var earlier = job.journal().units(lease.first(), lease.end());
        var judged = JudgedBatch.of(job.plan(), judge, pairs, earlier);
        if (job.journal().commit(lease, judged.units())) {
            progress.committed(pairs, judged.judgments());
            gone.hear(judged.answers(), judged.whole());
        }
    }
}
