package dev.sommelier.llm.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/// Finds the error that a server put where an answer should be.
final class ErrorInside {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TEXT = 2000;

    private ErrorInside() {}

    static Optional<AnswerException> find(String body) {
        // Most answers hold no such field and need not be read twice.
        if (!body.contains("\"error\"")) {
            return Optional.empty();
        }
        try {
            var error = JSON.readTree(body).path("error");
            if (error.isMissingNode() || error.isNull()) {
                return Optional.empty();
            }
            String text =
                    error.path("message").isTextual() ? error.path("message").asText() : error.toString();
            return Optional.of(new AnswerException(
                    AnswerException.Fault.ERROR_INSIDE, text.substring(0, Math.min(text.length(), MOST_TEXT))));
        } catch (JsonProcessingException e) {
            // Whoever reads the answer finds that it is no JSON.
            return Optional.empty();
        }
    }
}
