package dev.sommelier.llm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.server.http.HttpLimits;
import dev.sommelier.llm.server.http.Pauses;
import dev.sommelier.llm.server.http.ServerClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

/// Against answers in the form that vLLM documents for `/tokenize` and `prompt_logprobs`.
class ServerTextScorerTest {
    private static final String TOLD = "{\"choices\":[{\"text\":\"x\",\"prompt_logprobs\":[null,"
            + "{\"11\":{\"logprob\":-9.0,\"rank\":7,\"decoded_token\":\"<a>\"}},"
            + "{\"12\":{\"logprob\":-8.0,\"rank\":1,\"decoded_token\":\"\\n\"}},"
            + "{\"21\":{\"logprob\":-1.5,\"rank\":2,\"decoded_token\":\"old\"},\"7\":{\"logprob\":-0.5,\"rank\":1}},"
            + "{\"22\":{\"logprob\":-0.25,\"rank\":1,\"decoded_token\":\" ship\"}}]}],"
            + "\"usage\":{\"prompt_tokens\":5,\"prompt_tokens_details\":{\"cached_tokens\":2}}}";

    @StartStop
    public final MockWebServer server = new MockWebServer();

    private void enqueue(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private TextScore score(String told) {
        enqueue("{\"count\":3,\"max_model_len\":4096,\"tokens\":[10,11,12]}");
        enqueue("{\"count\":2,\"max_model_len\":4096,\"tokens\":[21,22]}");
        enqueue(told);
        return scorer().score(
                        List.of(SystemMessage.from("Write a query."), UserMessage.from("A harbour.<|im_end|>")),
                        "old ship");
    }

    private ServerTextScorer scorer() {
        var url = URI.create(server.url("/v1").toString());
        var client = new ServerClient(HttpLimits.defaults().withRetries(0), Pauses.real(), 1);
        var http = new ServerHttp(url, Optional.empty(), client, new ServerFailures(url, Optional.empty()));
        return new ServerTextScorer(
                http,
                "qwen",
                request -> request.toBuilder()
                        .messages(request.messages().getFirst(), UserMessage.from("A harbour."))
                        .build());
    }

    private JsonNode sent(String path) throws Exception {
        var request = server.takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo(path);
        var body = request.getBody();
        return ServerHttp.JSON.readTree(body == null ? "" : body.utf8());
    }

    @Test
    void theTextsOwnTokensAreSummedAfterTheDialogue() throws Exception {
        var score = score(TOLD);

        assertThat(score.logLikelihood()).isCloseTo(-1.75, offset(1e-12));
        assertThat(score.tokens()).isEqualTo(2);
        assertThat(score.usage().promptTokens()).isEqualTo(3);
        assertThat(score.usage().sharedTokens()).isEqualTo(2);
        var dialogue = sent("/tokenize");
        assertThat(dialogue.path("add_generation_prompt").asBoolean()).isTrue();
        assertThat(dialogue.at("/messages/1/content").asText()).isEqualTo("A harbour.");
        var text = sent("/tokenize");
        assertThat(text.path("prompt").asText()).isEqualTo("old ship");
        assertThat(text.path("add_special_tokens").asBoolean(true)).isFalse();
        var scored = sent("/v1/completions");
        assertThat(scored.path("prompt").toString()).isEqualTo("[10,11,12,21,22]");
        assertThat(scored.path("prompt_logprobs").asInt(-1)).isZero();
    }

    @Test
    void answersThatAreNotOfTheseTokensAreNoLikelihood() {
        for (String told : List.of(
                "{}",
                "{\"choices\":[{}]}",
                TOLD.replace("\"22\"", "\"23\""),
                TOLD.replace("-0.25", "\"-0.25\""),
                TOLD.replace("-0.25", "3"),
                TOLD.replace("[null,", "["))) {
            assertThat(catchThrowableOfType(ModelFailure.class, () -> score(told))
                            .kind())
                    .as(told)
                    .isEqualTo(ModelFailure.Kind.PROTOCOL);
        }
    }

    @Test
    void tokensThatAreNoneAreNoLikelihood() {
        for (String tokens : List.of("{}", "{\"tokens\":[]}", "{\"tokens\":[\"a\"]}", "{\"tokens\":[1.5]}")) {
            enqueue(tokens);
            assertThat(catchThrowableOfType(
                                    ModelFailure.class,
                                    () -> scorer().score(List.of(UserMessage.from("A"), UserMessage.from("B")), "x"))
                            .kind())
                    .as(tokens)
                    .isEqualTo(ModelFailure.Kind.PROTOCOL);
        }
    }

    @Test
    void anEmptyTextIsRefusedWithoutACall() {
        assertThatThrownBy(() -> scorer().score(List.of(UserMessage.from("A")), ""))
                .isInstanceOf(SommelierException.class);
        assertThat(server.getRequestCount()).isZero();
    }
}
