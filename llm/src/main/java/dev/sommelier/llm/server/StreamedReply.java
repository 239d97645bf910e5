package dev.sommelier.llm.server;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.sommelier.llm.ModelFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// One reply that comes in pieces, for a caller who waits for its end.
final class StreamedReply implements StreamingChatResponseHandler {
    private final Consumer<String> pieces;
    private final ServerFailures failures;
    private final long start = System.nanoTime();
    private final CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
    private volatile Optional<StreamingHandle> handle = Optional.empty();

    StreamedReply(Consumer<String> pieces, ServerFailures failures) {
        this.pieces = pieces;
        this.failures = failures;
    }

    /// The whole reply.
    ///
    /// @throws ModelFailure if it broke off, or this thread was interrupted, which also ends the reply
    ChatResponse await() {
        try {
            return ServerChatModel.measured(whole.get(), Duration.ofNanos(System.nanoTime() - start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            whole.cancel(false);
            handle.ifPresent(StreamingHandle::cancel);
            throw failures.failure(ModelFailure.Kind.CANCELLED, "the reply was stopped; ask again.");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof RuntimeException known ? known : failures.explain(e);
        }
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        handle = Optional.of(context.streamingHandle());
        if (whole.isDone()) {
            context.streamingHandle().cancel();
        } else {
            pieces.accept(part.text());
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        whole.complete(response);
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }
}
