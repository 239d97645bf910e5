package dev.sommelier.llm.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.HttpException;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.ModelFailure.Kind;
import dev.sommelier.llm.server.http.AnswerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says in one sentence why a server gave no answer, and counts.
final class ServerFailures {
    private static final int MOST_DETAIL = 200;

    private final URI url;
    private final Optional<String> secret;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    /// @param url the server
    /// @param secret the key that must not appear in any message
    ServerFailures(URI url, Optional<String> secret) {
        this.url = url;
        this.secret = secret;
    }

    synchronized Map<Kind, Long> counts() {
        return new EnumMap<>(counts);
    }

    /// The failure of a call for its reader; one that is explained already stays as it is.
    SommelierException explain(Throwable failure) {
        return failure instanceof SommelierException explained ? explained : counted(describe(failure));
    }

    /// The failure without counting it.
    ModelFailure describe(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return status(http.statusCode(), detail(http.getMessage()));
            }
            if (cause instanceof JsonProcessingException) {
                return new ModelFailure(
                        Kind.PROTOCOL,
                        url + " answered with something that is not the JSON of an OpenAI-compatible server;"
                                + " check that the URL ends in the API's path, often /v1");
            }
            if (cause instanceof AnswerException answer) {
                return answer(answer);
            }
            if (cause instanceof InterruptedIOException) {
                return Thread.currentThread().isInterrupted() || "interrupted".equals(cause.getMessage())
                        ? new ModelFailure(Kind.CANCELLED, "the call to " + url + " was stopped")
                        : new ModelFailure(
                                Kind.TIMEOUT, url + " did not answer in time; check its load or ask for fewer tokens");
            }
            if (cause instanceof SSLException) {
                return new ModelFailure(
                        Kind.CONNECTION,
                        "no safe connection to " + url + " (" + detail(cause.getMessage())
                                + "); check its certificate or whether it speaks https");
            }
            if (cause instanceof IOException) {
                return new ModelFailure(
                        Kind.CONNECTION,
                        "no model server answers at " + url + " (" + detail(cause.getMessage())
                                + "); start it or check --server");
            }
        }
        return shape("its fields are not those of an OpenAI-compatible server ("
                + failure.getClass().getSimpleName() + ")");
    }

    /// The failure of an answer of the wrong shape.
    ModelFailure wrong(String what) {
        return counted(shape(what));
    }

    /// A counted failure. Its technical cause stays out, as it may quote the request or the key.
    ModelFailure failure(Kind kind, String message) {
        return counted(new ModelFailure(kind, message));
    }

    private synchronized ModelFailure counted(ModelFailure failure) {
        counts.merge(failure.kind(), 1L, Long::sum);
        return failure;
    }

    private ModelFailure shape(String what) {
        return new ModelFailure(
                Kind.PROTOCOL, url + " gave no usable answer: " + what + "; see 'sommelier model probe'");
    }

    private ModelFailure answer(AnswerException answer) {
        String detail = detail(answer.getMessage());
        return switch (answer.fault()) {
            case TOO_LONG -> shape(detail);
            case CUT -> new ModelFailure(Kind.CONNECTION, url + " broke off its answer (" + detail + "); try again");
            case REDIRECT ->
                new ModelFailure(
                        Kind.REFUSED,
                        url + " sends its callers on to " + detail + ", which is not followed; check --server");
            case ERROR_INSIDE ->
                new ModelFailure(
                        Kind.SERVER, url + " answered with an error (" + detail + "); look into the server's log");
        };
    }

    private ModelFailure status(int code, String detail) {
        var kind =
                code == 429 ? Kind.RATE_LIMIT : code == 408 ? Kind.TIMEOUT : code >= 500 ? Kind.SERVER : Kind.REFUSED;
        String next =
                switch (code) {
                    case 401, 403 -> "check the variable or file that holds the API key";
                    case 404 -> "check the model's name and that the URL ends in the API's path, often /v1";
                    case 413, 400, 422 ->
                        "the server does not take this request; check model, context length and schema support";
                    case 429 -> "ask less at a time or try again later";
                    default -> "look into the server's log and try again";
                };
        return new ModelFailure(
                kind,
                url + " answered with status " + code + (detail.isEmpty() ? "" : " (" + detail + ")") + "; " + next);
    }

    private String detail(@Nullable String body) {
        String line = body == null ? "" : body.replaceAll("\\s+", " ").strip();
        String shown = secret.filter(key -> !key.isEmpty())
                .map(key -> line.replace(key, "***"))
                .orElse(line);
        return shown.length() <= MOST_DETAIL ? shown : shown.substring(0, MOST_DETAIL) + "...";
    }
}
