package dev.sommelier.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StoppableTest {
    private static final ChatRequest HELLO =
            ChatRequest.builder().messages(UserMessage.from("hello")).build();

    @Test
    void aStoppedCallEndsAndItsThreadIsNotInterruptedAfterwards() throws Exception {
        var begun = new CountDownLatch(1);
        var sign = new StopSign();
        var model = new Stoppable(new Waiting(begun), sign);
        var ended = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            try {
                model.chat(
                        ChatRequest.builder().messages(UserMessage.from("hi")).build());
            } catch (IllegalStateException e) {
                ended.complete(Thread.currentThread().isInterrupted());
            }
        });
        begun.await();
        sign.raise();

        assertThat(ended.join()).isFalse();
        assertThatThrownBy(() -> model.chat(HELLO)).hasMessageContaining("the reply was stopped");
        sign.lift();
        sign.enter();
        sign.leave();
    }

    @Test
    void aStoppedReplyShowsNothingMoreAndTheNextOneWaitsForIt() throws Exception {
        try (var replies = new ReplyInTheMaking()) {
            var screen = new ArrayList<String>();
            var begun = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var first = CompletableFuture.supplyAsync(() -> replies.make(
                    () -> {},
                    words -> {
                        words.accept("first");
                        begun.countDown();
                        await(goOn);
                        words.accept("never seen");
                        return true;
                    },
                    screen::add));
            begun.await();
            assertThat(replies.stop()).isTrue();
            assertThat(first.join()).isFalse();
            goOn.countDown();
            assertThat(replies.make(
                            () -> {},
                            words -> {
                                words.accept("second");
                                return true;
                            },
                            screen::add))
                    .isTrue();
            assertThat(screen).containsExactly("first", "second");
            assertThat(replies.stop()).isFalse();
        }
    }

    @Test
    void aReplyThatFailsFailsForItsReader() {
        try (var replies = new ReplyInTheMaking()) {
            assertThatThrownBy(() ->
                            replies.make(() -> {}, words -> fail(new IllegalStateException("broken")), words -> {}))
                    .hasMessageContaining("broken");
            assertThatThrownBy(() -> replies.make(() -> {}, words -> fail(new AssertionError("an error")), words -> {}))
                    .hasMessageContaining("an error");
        }
    }

    private static <T extends Throwable> boolean fail(T failure) throws T {
        throw failure;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits until it is interrupted, as a server's slow reply does.
    private record Waiting(CountDownLatch begun) implements ChatModel {
        @Override
        public ChatResponse chat(ChatRequest request) {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody counts this down");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
