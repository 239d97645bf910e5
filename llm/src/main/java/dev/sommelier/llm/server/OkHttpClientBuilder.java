package dev.sommelier.llm.server;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Hands LangChain4j an [OkHttpHttpClient].
final class OkHttpClientBuilder implements HttpClientBuilder {
    private final OkHttpClient client;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration readTimeout;

    /// @param client the client to use, with its own time limits unless others are set here
    OkHttpClientBuilder(OkHttpClient client) {
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
        var builder = client.newBuilder();
        if (connectTimeout != null) {
            builder.connectTimeout(connectTimeout);
        }
        if (readTimeout != null) {
            builder.readTimeout(readTimeout);
        }
        return new OkHttpHttpClient(builder.build());
    }
}
