package dev.sommelier.llm.server.http;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;

/// Passes events on and tells the end of a stream only after its end mark, so that a cut answer is never taken for a
/// short one. Tells one end at most, and none after the caller cancelled.
final class WholeStream implements ServerSentEventListener {
    private final ServerSentEventListener next;
    private boolean whole;
    private boolean over;

    WholeStream(ServerSentEventListener next) {
        this.next = next;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        next.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        if (over) {
            return;
        }
        var error = ErrorInside.find(event.data());
        if (error.isPresent()) {
            onError(error.get());
            context.parsingHandle().cancel();
            return;
        }
        whole |= "[DONE]".equals(event.data().strip());
        next.onEvent(event, context);
        over |= context.parsingHandle().isCancelled();
    }

    @Override
    public void onError(Throwable failure) {
        if (!over) {
            over = true;
            next.onError(failure);
        }
    }

    @Override
    public void onClose() {
        if (over) {
            return;
        }
        if (!whole) {
            onError(new AnswerException(AnswerException.Fault.CUT, "the answer's stream ended before its end mark"));
            return;
        }
        over = true;
        next.onClose();
    }
}
