package dev.sommelier.recommenders;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Independent tasks on the threads of the calling fork-join pool, each thread with its own scratch memory.
///
/// A free thread takes the next task, so long and short ones even out; which thread ran a task must not matter.
public final class Workers {
    private Workers() {}

    /// One task on the scratch memory of its thread.
    public interface Task<S> {
        void run(S scratch, int task);
    }

    /// Runs tasks 0 to `tasks - 1`.
    public static <S> void run(int tasks, Supplier<S> scratch, Task<S> task) {
        var next = new AtomicInteger();
        IntStream.range(0, Math.min(threads(), tasks)).parallel().forEach(thread -> {
            var own = scratch.get();
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                task.run(own, i);
            }
        });
    }

    private static int threads() {
        var pool = ForkJoinTask.getPool();
        // The calling thread works beside the common pool.
        return pool == null ? ForkJoinPool.getCommonPoolParallelism() + 1 : pool.getParallelism();
    }
}
