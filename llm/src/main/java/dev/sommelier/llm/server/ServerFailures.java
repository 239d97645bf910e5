package dev.sommelier.llm.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.HttpException;
import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says in one sentence why a server gave no answer.
///
/// @param url the server
/// @param secret the key that must not appear in any message
record ServerFailures(URI url, Optional<String> secret) {
    private static final int MOST_DETAIL = 200;

    /// The failure of a call for its reader; what this class does not know stays as it is.
    RuntimeException explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return new SommelierException(status(http.statusCode(), detail(http.getMessage())), failure);
            }
            if (cause instanceof JsonProcessingException) {
                return new SommelierException(
                        url + " answered with something that is not the JSON of an OpenAI-compatible server;"
                                + " check that the URL ends in the API's path, often /v1",
                        failure);
            }
            if (cause instanceof InterruptedIOException) {
                return new SommelierException(
                        url + " did not answer in time; check its load or ask for fewer tokens", failure);
            }
            if (cause instanceof IOException) {
                return new SommelierException(
                        "no model server answers at " + url + "; start it or check --server", failure);
            }
        }
        return failure;
    }

    private String status(int code, String detail) {
        String next =
                switch (code) {
                    case 401, 403 -> "check the variable that holds the API key";
                    case 404 -> "check the model's name and that the URL ends in the API's path, often /v1";
                    case 413, 400, 422 ->
                        "the server does not take this request; check model, context length and schema support";
                    case 429 -> "ask less at a time or try again later";
                    default -> "look into the server's log and try again";
                };
        return url + " answered with status " + code + (detail.isEmpty() ? "" : " (" + detail + ")") + "; " + next;
    }

    private String detail(@Nullable String body) {
        String line = body == null ? "" : body.replaceAll("\\s+", " ").strip();
        String shown = secret.filter(key -> !key.isEmpty())
                .map(key -> line.replace(key, "***"))
                .orElse(line);
        return shown.length() <= MOST_DETAIL ? shown : shown.substring(0, MOST_DETAIL) + "...";
    }
}
