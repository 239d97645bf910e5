package dev.sommelier.llm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.server.http.HttpLimits;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

/// What is found out about servers, odd ones too.
class ProberTest {
    private static final String WORDS =
            "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hello!\"}}]}";

    @StartStop
    public final MockWebServer server = new MockWebServer();

    private final Map<String, MockResponse> answers = new LinkedHashMap<>();
    private MockResponse otherwise = response(404, "not found");

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    /// The first answer whose key is in the request's path and body.
    private ServerEngine connect() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                var body = request.getBody();
                String all = request.getUrl().encodedPath() + " " + (body == null ? "" : body.utf8());
                return answers.entrySet().stream()
                        .filter(answer -> all.contains(answer.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(otherwise);
            }
        });
        return ServerEngine.connect(
                URI.create(server.url("/v1").toString()),
                "qwen",
                ServerOptions.defaults().withLimits(HttpLimits.defaults().withRetries(0)));
    }

    private static final Capabilities NOTHING = new Capabilities(0, false, false, false);

    @Test
    void aServerThatKnowsNoneOfTheCallsCanDoNothing() {
        var found = connect().probe();

        assertThat(found.kind()).isEqualTo("OpenAI-like");
        assertThat(found.models()).isEmpty();
        assertThat(found.capabilities()).isEqualTo(NOTHING);
        assertThat(found.embeddingDimensions()).isZero();
        assertThat(found.notes()).anyMatch(note -> note.startsWith("json_schema: ") && note.contains("404"));
    }

    @Test
    void aServerThatAnswersEverythingWithAPageCanDoNothing() {
        otherwise = response(200, "<html>Welcome</html>");
        // A list of models that is no JSON is no server at all when connecting.
        answers.put("/v1/models", response(200, "{}"));

        assertThat(connect().probe().capabilities()).isEqualTo(NOTHING);
    }

    @Test
    void jsonOfOtherShapesIsNoCapability() {
        for (String body : new String[] {
            "[]",
            "7",
            "null",
            "{}",
            "{\"choices\":{}}",
            "{\"choices\":[]}",
            "{\"choices\":[null]}",
            "{\"choices\":[{\"message\":\"zebra\",\"logprobs\":[]}],\"data\":{\"embedding\":[1]}}",
            "{\"choices\":[{\"prompt_logprobs\":{}}],\"completion_probabilities\":5,\"tokens\":\"1 2\"}"
        }) {
            otherwise = response(200, body);
            var found = connect().probe();
            assertThat(found.capabilities()).as(body).isEqualTo(NOTHING);
            assertThat(found.promptLogprobs()).as(body).isFalse();
            assertThat(found.embeddingDimensions()).as(body).isZero();
        }
    }

    @Test
    void aServerThatTakesASchemaAndIgnoresItIsFoundOut() {
        otherwise = response(200, WORDS);

        var found = connect().probe();

        assertThat(found.schema()).isFalse();
        assertThat(found.tools()).isFalse();
        assertThat(found.topLogprobs()).isZero();
    }

    @Test
    void whatAServerDoesIsFoundByItsAnswers() {
        answers.put("/v1/models", response(200, "{\"data\":[{\"id\":\"qwen\",\"owned_by\":\"vllm\"}]}"));
        answers.put("/v1/embeddings", response(200, "{\"data\":[{\"embedding\":[0.5,0.5,0.5]}]}"));
        answers.put("/tokenize", response(200, "{\"count\":3,\"tokens\":[1,2,3]}"));
        answers.put("prompt_logprobs", response(200, "{\"choices\":[{\"prompt_logprobs\":[null,{}]}]}"));
        answers.put("\"top_logprobs\":200", response(400, "{\"error\":{\"message\":\"at most 20\"}}"));
        answers.put(
                "\"top_logprobs\":20",
                response(
                        200,
                        "{\"choices\":[{\"logprobs\":{\"content\":[{\"top_logprobs\":["
                                + "{\"token\":\"yes\",\"logprob\":-0.5},{\"token\":\"no\",\"logprob\":-1}]}]}}]}"));
        answers.put(
                "json_schema",
                response(200, "{\"choices\":[{\"message\":{\"content\":\" {\\\"animal\\\": \\\"zebra\\\"}\"}}]}"));
        answers.put(
                "tool_choice",
                response(
                        200, "{\"choices\":[{\"message\":{\"tool_calls\":[{\"function\":{\"name\":\"weather\"}}]}}]}"));

        var found = connect().probe();

        assertThat(found.kind()).isEqualTo("vLLM");
        assertThat(found.models()).containsExactly("qwen");
        assertThat(found.topLogprobs()).isEqualTo(2);
        assertThat(found.promptLogprobs()).isTrue();
        assertThat(found.capabilities().texts()).isTrue();
        assertThat(found.schema()).isTrue();
        assertThat(found.tools()).isTrue();
        assertThat(found.embeddingDimensions()).isEqualTo(3);
        assertThat(found.notes()).anyMatch(note -> note.contains("at most 20"));
    }

    @Test
    void kindsAreToldByTheCallsThatOnlyTheyHave() {
        answers.put("/api/version", response(200, "{\"version\":\"0.30.1\"}"));
        assertThat(connect().probe().kind()).isEqualTo("Ollama");
        answers.put("/props", response(200, "{\"chat_template\":\"...\"}"));
        answers.put("/tokenize", response(200, "{\"tokens\":[27,91,318]}"));
        answers.put("/completion ", response(200, "{\"completion_probabilities\":[{}]}"));
        var llama = connect().probe();
        assertThat(llama.kind()).isEqualTo("llama-server");
        assertThat(llama.plainTokenize()).isTrue();
        assertThat(llama.completionProbs()).isTrue();
    }

    @Test
    void aServerThatGoesAwayIsAFailureAndNoFinding() {
        answers.put("/v1/models", response(200, "{}"));
        otherwise = new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
        var engine = connect();

        assertThat(catchThrowableOfType(ModelFailure.class, engine::probe).kind())
                .isEqualTo(ModelFailure.Kind.CONNECTION);
    }
}
