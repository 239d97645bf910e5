package dev.sommelier.llm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.ModelFailure.Kind;
import dev.sommelier.llm.encode.CachedEncoder;
import dev.sommelier.llm.server.http.HttpLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerEncoderTest {
    @StartStop
    public final MockWebServer server = new MockWebServer();

    private ServerEncoder encoder() {
        return ServerEncoder.at(
                URI.create(server.url("/").toString()),
                "minilm",
                ServerOptions.defaults().withLimits(HttpLimits.defaults().withRetries(0)));
    }

    private void enqueue(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private JsonNode sent() throws Exception {
        var body = server.takeRequest().getBody();
        return ServerHttp.JSON.readTree(body == null ? "" : body.utf8());
    }

    /// Answers every batch, backwards, with the length of each text as the first of two numbers.
    private void answerAll() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    var body = request.getBody();
                    var input = ServerHttp.JSON
                            .readTree(body == null ? "" : body.utf8())
                            .path("input");
                    var answer = ServerHttp.JSON.createObjectNode();
                    var data = answer.putArray("data");
                    for (int i = input.size() - 1; i >= 0; i--) {
                        data.addObject()
                                .put("index", i)
                                .putArray("embedding")
                                .add(input.get(i).asText().length())
                                .add(1);
                    }
                    return new MockResponse.Builder().body(answer.toString()).build();
                } catch (IOException e) {
                    return new MockResponse.Builder().code(400).build();
                }
            }
        });
    }

    @Test
    void vectorsComeInTheOrderOfTheTextsWithLengthOne() throws Exception {
        enqueue("{\"data\":[{\"index\":1,\"embedding\":[0,5]},{\"index\":0,\"embedding\":[3,4]}]}");

        var vectors = encoder().encode(List.of("Alien", "Babe"));

        assertThat(vectors[0]).containsExactly(0.6f, 0.8f);
        assertThat(vectors[1]).containsExactly(0f, 1f);
        var request = sent();
        assertThat(request.path("model").asText()).isEqualTo("minilm");
        assertThat(request.path("input").toString()).isEqualTo("[\"Alien\",\"Babe\"]");
    }

    @Test
    void manyTextsGoInBatchesAndLongOnesInSmallerOnes() throws Exception {
        answerAll();

        assertThat(encoder().encode(Collections.nCopies(130, "Alien"))).hasDimensions(130, 2);
        assertThat(encoder().encode(Collections.nCopies(3, "x".repeat(30_000)))).hasDimensions(3, 2);

        assertThat(sent().path("input")).hasSize(64);
        assertThat(sent().path("input")).hasSize(64);
        assertThat(sent().path("input")).hasSize(2);
        assertThat(sent().path("input")).hasSize(2);
        assertThat(sent().path("input")).hasSize(1);
    }

    @Test
    void whatWasEncodedBeforeIsNotSentAgain(@TempDir Path folder) {
        answerAll();
        var encoder = encoder();
        var cached = new CachedEncoder(encoder.name(), () -> encoder, folder.resolve("vectors.db"));

        var first = cached.encode(List.of("Alien", "Babe"));
        var second = cached.encode(List.of("Babe", "Alien"));

        assertThat(second[1]).containsExactly(first[0]);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void answersThatAreNoVectorsAreTypedFailures() {
        for (String body : List.of(
                "{}",
                "{\"data\":[{\"embedding\":[1,2]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,2]},{\"index\":0,\"embedding\":[1,2]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,2]},{\"index\":7,\"embedding\":[1,2]}]}",
                "{\"data\":[{\"embedding\":[1,2]},{\"embedding\":[1,2,3]}]}",
                "{\"data\":[{\"embedding\":[1,\"2\"]},{\"embedding\":[1,2]}]}",
                "{\"data\":[{\"embedding\":[]},{\"embedding\":[]}]}",
                "{\"data\":[{\"embedding\":[0,0]},{\"embedding\":[1,2]}]}",
                "no JSON")) {
            enqueue(body);
            assertThat(catchThrowableOfType(ModelFailure.class, () -> encoder().encode(List.of("a", "b")))
                            .kind())
                    .as(body)
                    .isEqualTo(Kind.PROTOCOL);
        }
    }

    @Test
    void blankTextsAreRefusedAndNothingIsAskedForNothing() {
        assertThatThrownBy(() -> encoder().encode(List.of("a", " "))).hasMessage("text 1 of 2 is blank");
        assertThat(encoder().encode(List.of())).isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }
}
