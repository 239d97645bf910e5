package dev.sommelier.llm.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.llm.server.http.ServerClient;
import java.net.URI;
import java.util.List;

/// An embedding model behind an OpenAI-compatible server (`/v1/embeddings`): vLLM, llama-server, Ollama and others.
///
/// Texts go in batches of at most 64 texts and about 64,000 characters; vectors are scaled to length 1. What a text
/// longer than the model's context gives is the server's affair. Failures are those of [ServerEngine]. Safe for use by
/// several threads. Wrap it into a [dev.sommelier.llm.encode.CachedEncoder], so that no text is sent twice.
public final class ServerEncoder implements TextEncoder, AutoCloseable {
    private static final int MOST_TEXTS = 64;
    private static final int MOST_CHARACTERS = 64_000;

    private final ServerHttp http;
    private final String model;

    private ServerEncoder(ServerHttp http, String model) {
        this.http = http;
        this.model = model;
    }

    /// An encoder; the server is asked when there is something to encode.
    ///
    /// @param baseUrl the API's address; `/v1` is added where it has no path
    /// @param model the embedding model, as the server calls it
    /// @throws SommelierException if the address is none
    public static ServerEncoder at(URI baseUrl, String model, ServerOptions options) {
        var url = ServerEngine.withPath(baseUrl);
        var failures = new ServerFailures(url, options.key().map(ApiKey::value));
        var client = new ServerClient(options.limits(), options.pauses(), options.seed());
        return new ServerEncoder(new ServerHttp(url, options.key(), client, failures), model);
    }

    /// What provenance and the cache of vectors know it by.
    @Override
    public String name() {
        return model + " at " + http.url();
    }

    /// @throws IllegalArgumentException if a text is blank
    /// @throws dev.sommelier.llm.ModelFailure if the server gives no vectors
    @Override
    public float[][] encode(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isBlank()) {
                throw new IllegalArgumentException("text " + i + " of " + texts.size() + " is blank");
            }
        }
        float[][] vectors = new float[texts.size()][];
        for (int from = 0; from < texts.size(); ) {
            int to = end(texts, from);
            read(send(texts.subList(from, to)), vectors, from, to);
            from = to;
        }
        for (float[] vector : vectors) {
            if (vector.length != vectors[0].length) {
                throw http.failures()
                        .wrong("its vectors have " + vectors[0].length + " and " + vector.length + " dimensions");
            }
        }
        return vectors;
    }

    private static int end(List<String> texts, int from) {
        int to = from + 1;
        long characters = texts.get(from).length();
        while (to < texts.size()
                && to - from < MOST_TEXTS
                && characters + texts.get(to).length() <= MOST_CHARACTERS) {
            characters += texts.get(to).length();
            to++;
        }
        return to;
    }

    private JsonNode send(List<String> batch) {
        var request = ServerHttp.JSON.createObjectNode().put("model", model).put("encoding_format", "float");
        var input = request.putArray("input");
        batch.forEach(input::add);
        return http.post("/embeddings", request);
    }

    private void read(JsonNode answer, float[][] vectors, int from, int to) {
        var data = answer.path("data");
        if (data.size() != to - from) {
            throw http.failures().wrong("it gives " + data.size() + " vectors for " + (to - from) + " texts");
        }
        for (int i = 0; i < data.size(); i++) {
            int at = from + data.get(i).path("index").asInt(i);
            if (at < from || at >= to || vectors[at] != null) {
                throw http.failures().wrong("its vectors are numbered wrongly");
            }
            vectors[at] = vector(data.get(i).path("embedding"));
        }
    }

    private float[] vector(JsonNode numbers) {
        double[] read = new double[numbers.size()];
        double squares = 0;
        for (int i = 0; i < read.length; i++) {
            if (!numbers.get(i).isNumber()) {
                throw http.failures().wrong("its vectors hold something else than numbers");
            }
            read[i] = numbers.get(i).asDouble();
            squares += read[i] * read[i];
        }
        if (squares == 0 || !Double.isFinite(squares)) {
            throw http.failures().wrong("it gives a vector without a direction");
        }
        double length = Math.sqrt(squares);
        float[] vector = new float[read.length];
        for (int i = 0; i < read.length; i++) {
            vector[i] = (float) (read[i] / length);
        }
        return vector;
    }

    @Override
    public void close() {
        http.client().close();
    }
}
