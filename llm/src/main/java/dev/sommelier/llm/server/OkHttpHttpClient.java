package dev.sommelier.llm.server;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// LangChain4j's HTTP interface over OkHttp.
final class OkHttpHttpClient implements HttpClient {
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;

    OkHttpHttpClient(OkHttpClient client) {
        this.client = client;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (var response = client.newCall(translate(request)).execute()) {
            requireSuccess(response);
            return translate(response).body(response.body().string()).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        client.newCall(translate(request)).enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    requireSuccess(response);
                    listener.onOpen(translate(response).build());
                    parser.parse(response.body().byteStream(), listener);
                    listener.onClose();
                } catch (IOException | RuntimeException e) {
                    listener.onError(e);
                }
            }

            @Override
            public void onFailure(Call call, IOException e) {
                listener.onError(e);
            }
        });
    }

    private static void requireSuccess(Response response) throws IOException {
        if (!response.isSuccessful()) {
            throw new HttpException(response.code(), response.body().string());
        }
    }

    private static Request translate(HttpRequest request) {
        if (!request.formDataFields().isEmpty() || !request.formDataFiles().isEmpty()) {
            throw new UnsupportedFeatureException("this HTTP client sends no forms");
        }
        var builder = new Request.Builder().url(request.url());
        request.headers().forEach((name, values) -> values.forEach(value -> builder.addHeader(name, value)));
        var body = request.body() == null ? null : RequestBody.create(request.body(), JSON);
        return builder.method(request.method().name(), body).build();
    }

    private static SuccessfulHttpResponse.Builder translate(Response response) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.code())
                .headers(response.headers().toMultimap());
    }
}
