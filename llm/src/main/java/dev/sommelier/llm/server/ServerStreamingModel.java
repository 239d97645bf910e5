package dev.sommelier.llm.server;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.function.UnaryOperator;

/// Streams replies of clean requests and explains failures; a reply without its finish reason is a failure.
final class ServerStreamingModel implements StreamingChatModel {
    private final StreamingChatModel server;
    private final UnaryOperator<ChatRequest> clean;
    private final ServerFailures failures;

    ServerStreamingModel(StreamingChatModel server, UnaryOperator<ChatRequest> clean, ServerFailures failures) {
        this.server = server;
        this.clean = clean;
        this.failures = failures;
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        server.chat(clean.apply(request), new Explained(handler));
    }

    private final class Explained implements StreamingChatResponseHandler {
        private final StreamingChatResponseHandler next;

        private Explained(StreamingChatResponseHandler next) {
            this.next = next;
        }

        @Override
        public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
            next.onPartialResponse(part, context);
        }

        @Override
        public void onPartialToolCall(PartialToolCall part, PartialToolCallContext context) {
            next.onPartialToolCall(part, context);
        }

        @Override
        public void onCompleteToolCall(CompleteToolCall call) {
            next.onCompleteToolCall(call);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            if (response.finishReason() == null) {
                next.onError(failures.wrong("the stream ended without a finish reason"));
            } else {
                next.onCompleteResponse(response);
            }
        }

        @Override
        public void onError(Throwable failure) {
            next.onError(failures.explain(failure));
        }
    }
}
