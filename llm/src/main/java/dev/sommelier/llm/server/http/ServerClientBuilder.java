package dev.sommelier.llm.server.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Hands LangChain4j a client that exists; its limits hold, whatever LangChain4j would set.
public final class ServerClientBuilder implements HttpClientBuilder {
    private final HttpClient client;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration readTimeout;

    public ServerClientBuilder(HttpClient client) {
        this.client = client;
    }

    @Override
    public @Nullable Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(@Nullable Duration timeout) {
        this.connectTimeout = timeout;
        return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
        return readTimeout;
    }

    @Override
    public HttpClientBuilder readTimeout(@Nullable Duration timeout) {
        this.readTimeout = timeout;
        return this;
    }

    @Override
    public HttpClient build() {
        return client;
    }
}
