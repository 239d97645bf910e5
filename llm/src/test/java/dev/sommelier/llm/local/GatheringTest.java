package dev.sommelier.llm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GatheringTest {
    @Test
    void everyThreadGetsItsOwnAnswerAndListsStayBounded() throws Exception {
        var lists = new CopyOnWriteArrayList<Integer>();
        var gathering = new Gathering<Integer, Integer>(
                questions -> {
                    lists.add(questions.size());
                    return questions.stream().map(x -> x * x).toList();
                },
                8);
        var answers = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                int question = i;
                answers.add(threads.submit(() -> gathering.ask(question)));
            }
        }

        for (int i = 0; i < 500; i++) {
            assertThat(answers.get(i).get()).isEqualTo(i * i);
        }
        assertThat(lists).allSatisfy(size -> assertThat(size).isBetween(0, 8));
        assertThat(lists.stream().mapToInt(size -> size).sum()).isEqualTo(500);
    }

    @Test
    void questionsThatComeWhileOneIsAnsweredAreTakenTogether() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var lists = new CopyOnWriteArrayList<List<Integer>>();
        var answers = new ArrayList<Future<Integer>>();
        var gathering = new Gathering<Integer, Integer>(
                questions -> {
                    lists.add(questions);
                    begun.countDown();
                    await(go);
                    return questions;
                },
                100);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(threads.submit(() -> gathering.ask(0)));
            await(begun);
            for (int i = 1; i <= 20; i++) {
                int question = i;
                answers.add(threads.submit(() -> gathering.ask(question)));
            }
            while (gathering.waiting() < 20) {
                Thread.onSpinWait();
            }
            go.countDown();
        }

        assertThat(lists.getFirst()).containsExactly(0);
        assertThat(lists.get(1)).hasSize(20);
        for (int i = 0; i <= 20; i++) {
            assertThat(answers.get(i).get()).isEqualTo(i);
        }
    }

    @Test
    void oneThatFailsDoesNotTakeItsNeighboursWithIt() throws Exception {
        var gathering = new Gathering<Integer, Integer>(
                questions -> {
                    if (questions.contains(3)) {
                        throw new IllegalArgumentException("3 is refused");
                    }
                    return questions;
                },
                10);
        var answers = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                int question = i;
                answers.add(threads.submit(() -> gathering.ask(question)));
            }
        }

        for (int i = 0; i < 10; i++) {
            var answer = answers.get(i);
            if (i == 3) {
                assertThatThrownBy(answer::get).hasRootCauseMessage("3 is refused");
            } else {
                assertThat(answer.get()).isEqualTo(i);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
