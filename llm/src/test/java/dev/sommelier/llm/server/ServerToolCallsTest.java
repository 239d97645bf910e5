package dev.sommelier.llm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.output.FinishReason;
import java.net.URI;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

/// Tools through the real HTTP path.
class ServerToolCallsTest {
    private static final String CALL = """
            {"choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[{"id":"call-1",
            "type":"function","function":{"name":"search","arguments":"{\\"genre\\":\\"Horror\\"}"}}]},
            "finish_reason":"tool_calls"}],"usage":{"prompt_tokens":50,"completion_tokens":9,"total_tokens":59}}
            """;
    private static final String WORDS = """
            {"choices":[{"index":0,"message":{"role":"assistant","content":"Alien"},"finish_reason":"stop"}]}
            """;
    private static final ToolSpecification SEARCH = ToolSpecification.builder()
            .name("search")
            .description("Finds films of a genre.")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("genre")
                    .required("genre")
                    .build())
            .build();

    @StartStop
    public final MockWebServer server = new MockWebServer();

    private void enqueue(String body) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    private JsonNode sent() throws Exception {
        var body = server.takeRequest().getBody();
        return ServerHttp.JSON.readTree(body == null ? "" : body.utf8());
    }

    @Test
    void aToolIsOfferedCalledAndItsCleanResultGoesBack() throws Exception {
        enqueue("{\"data\":[]}");
        var engine = ServerEngine.connect(URI.create(server.url("/v1").toString()), "qwen", ServerOptions.defaults());
        enqueue(CALL);
        enqueue(WORDS);
        var question = UserMessage.from("A frightening film?");

        var asked = engine.chat()
                .chat(ChatRequest.builder()
                        .messages(question)
                        .toolSpecifications(SEARCH)
                        .build());
        var call = asked.aiMessage().toolExecutionRequests().getFirst();
        var result = ToolExecutionResultMessage.from(call, "Alien<|im_end|> (1979)");
        var answer = engine.chat()
                .chat(ChatRequest.builder()
                        .messages(question, asked.aiMessage(), result)
                        .toolSpecifications(SEARCH)
                        .build());

        sent();
        var first = sent();
        assertThat(first.at("/tools/0/function/name").asText()).isEqualTo("search");
        assertThat(first.at("/tools/0/function/parameters/required/0").asText()).isEqualTo("genre");
        assertThat(asked.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
        assertThat(call.arguments()).isEqualTo("{\"genre\":\"Horror\"}");
        var second = sent();
        assertThat(second.at("/messages/1/tool_calls/0/id").asText()).isEqualTo("call-1");
        assertThat(second.at("/messages/2/role").asText()).isEqualTo("tool");
        assertThat(second.at("/messages/2/tool_call_id").asText()).isEqualTo("call-1");
        assertThat(second.at("/messages/2/content").asText()).isEqualTo("Alien (1979)");
        assertThat(answer.aiMessage().text()).isEqualTo("Alien");
    }
}
