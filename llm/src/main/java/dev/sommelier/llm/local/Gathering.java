package dev.sommelier.llm.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Answers questions of many threads in lists. Whoever finds nobody at work takes all that wait and answers them; it
/// needs no thread of its own.
///
/// @param <Q> a question
/// @param <A> an answer
final class Gathering<Q, A> {
    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final Function<List<Q>, List<A>> answerAll;
    private final int mostTogether;
    private final Queue<Waiting<Q, A>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock work = new ReentrantLock();

    /// @param answerAll gives one answer for each question, or throws for all of them
    Gathering(Function<List<Q>, List<A>> answerAll, int mostTogether) {
        this.answerAll = answerAll;
        this.mostTogether = mostTogether;
    }

    /// The answer to one question; throws what answering it threw.
    A ask(Q question) {
        var own = new Waiting<Q, A>(question, new CompletableFuture<>());
        queue.add(own);
        while (!own.answer().isDone()) {
            work.lock();
            try {
                if (!own.answer().isDone()) {
                    answer(next());
                }
            } finally {
                work.unlock();
            }
        }
        try {
            return own.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// The number of questions that wait for the next list.
    int waiting() {
        return queue.size();
    }

    private List<Waiting<Q, A>> next() {
        var together = new ArrayList<Waiting<Q, A>>();
        while (together.size() < mostTogether) {
            var waiting = queue.poll();
            if (waiting == null) {
                break;
            }
            together.add(waiting);
        }
        return together;
    }

    private void answer(List<Waiting<Q, A>> together) {
        try {
            var answers =
                    answerAll.apply(together.stream().map(Waiting::question).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException e) {
            if (together.size() == 1) {
                together.getFirst().answer().completeExceptionally(e);
            } else {
                // One that cannot be answered must not take the others with it.
                together.forEach(one -> answer(List.of(one)));
            }
        } catch (Error e) {
            together.forEach(one -> one.answer().completeExceptionally(e));
            throw e;
        }
    }
}
