package dev.sommelier.llm.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.sommelier.llm.server.http.ServerClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/// JSON calls beside LangChain4j's, whose failures are explained.
record ServerHttp(URI url, Optional<ApiKey> key, ServerClient client, ServerFailures failures) {
    static final ObjectMapper JSON = new ObjectMapper();

    /// @param path below the API's address, such as `/chat/completions`
    JsonNode post(String path, JsonNode body) {
        try {
            return raw(HttpMethod.POST, url + path, body.toString());
        } catch (RuntimeException e) {
            throw failures.explain(e);
        }
    }

    /// @param path below the server's own address, such as `/tokenize`
    JsonNode postToRoot(String path, JsonNode body) {
        try {
            return raw(HttpMethod.POST, root() + path, body.toString());
        } catch (RuntimeException e) {
            throw failures.explain(e);
        }
    }

    JsonNode get(String path) {
        try {
            return raw(HttpMethod.GET, url + path, "");
        } catch (RuntimeException e) {
            throw failures.explain(e);
        }
    }

    /// The address without the API's path, where servers keep their own calls.
    String root() {
        String text = url.toString();
        return text.endsWith("/v1") ? text.substring(0, text.length() - 3) : text;
    }

    /// A call whose failures are not explained or counted, as those of a probe are findings.
    JsonNode raw(HttpMethod method, String address, String body) {
        var request = HttpRequest.builder().method(method).url(address);
        key.ifPresent(value -> request.addHeader("Authorization", "Bearer " + value.value()));
        if (method == HttpMethod.POST) {
            request.addHeader("Content-Type", "application/json").body(body);
        }
        try {
            return JSON.readTree(client.execute(request.build()).body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
