package dev.sommelier.llm.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.ModelFailure.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StructuredModelTest {
    private static final String GOOD = "{\"thought\":\"dark\",\"genre\":\"Horror\"}";

    private final List<ChatRequest> asked = new ArrayList<>();

    /// Says what it is given to say, in order.
    private final class Speaker implements ChatModel {
        private final boolean binds;
        private final ArrayDeque<Object> replies;

        private Speaker(boolean binds, Object... replies) {
            this.binds = binds;
            this.replies = new ArrayDeque<>(List.of(replies));
        }

        @Override
        public ChatResponse doChat(ChatRequest request) {
            asked.add(request);
            var next = replies.removeFirst();
            if (next instanceof ModelFailure failure) {
                throw failure;
            }
            boolean cut = next.toString().startsWith("CUT ");
            return ChatResponse.builder()
                    .aiMessage(AiMessage.from(cut ? next.toString().substring(4) : next.toString()))
                    .finishReason(cut ? FinishReason.LENGTH : FinishReason.STOP)
                    .tokenUsage(new MeasuredTokenUsage(new Usage(1, 10, 0, 5, Duration.ofMillis(1))))
                    .build();
        }

        @Override
        public Set<Capability> supportedCapabilities() {
            return binds ? Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA) : Set.of();
        }
    }

    private static ChatRequest request() {
        var schema = JsonObjectSchema.builder()
                .addProperty("thought", JsonRawSchema.from("{\"type\":\"string\",\"maxLength\":10}"))
                .addEnumProperty("genre", List.of("Horror", "Comedy"))
                .required("thought", "genre")
                .build();
        return ChatRequest.builder()
                .messages(SystemMessage.from("You pick."), UserMessage.from("Which?"))
                .maxOutputTokens(40)
                .responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name("pick")
                                .rootElement(schema)
                                .build())
                        .build())
                .build();
    }

    private StructuredReply ask(boolean binds, Object... replies) {
        return new StructuredModel(new Speaker(binds, replies)).ask(request());
    }

    private StructuredReply.Failed failure(Object... replies) {
        var reply = ask(true, replies);
        assertThat(reply).isInstanceOf(StructuredReply.Failed.class);
        return (StructuredReply.Failed) reply;
    }

    @Test
    void aModelThatTakesSchemasGetsTheRequestAsItIs() {
        assertThat(ask(true, GOOD)).isInstanceOfSatisfying(StructuredReply.Fitting.class, reply -> {
            assertThat(reply.value().get("genre").asText()).isEqualTo("Horror");
            assertThat(reply.repaired()).isFalse();
        });
        assertThat(asked).containsExactly(request());
    }

    @Test
    void anotherModelGetsTheSchemaInWords() {
        assertThat(ask(false, GOOD)).isInstanceOf(StructuredReply.Fitting.class);

        var sent = asked.getFirst();
        assertThat(sent.responseFormat().jsonSchema()).isNull();
        assertThat(sent.maxOutputTokens()).isEqualTo(40);
        assertThat(sent.messages()).hasSize(2);
        assertThat(((SystemMessage) sent.messages().getFirst()).text())
                .startsWith("You pick.")
                .contains("\"enum\":[\"Horror\",\"Comedy\"]", "\"maxLength\":10");
    }

    @Test
    void theModelIsToldItsExactErrorOnce() {
        var reply = ask(false, "Sure! " + GOOD, GOOD);

        assertThat(reply).isInstanceOfSatisfying(StructuredReply.Fitting.class, fitting -> {
            assertThat(fitting.repaired()).isTrue();
            assertThat(fitting.usage().calls()).isEqualTo(2);
            assertThat(fitting.usage().generatedTokens()).isEqualTo(10);
        });
        var repair = asked.getLast().messages();
        assertThat(repair).hasSize(4);
        assertThat(((AiMessage) repair.get(2)).text()).isEqualTo("Sure! " + GOOD);
        assertThat(((UserMessage) repair.get(3)).singleText()).contains("not JSON at line 1, column");
    }

    @Test
    void whatDoesNotFitTwiceFailsWithItsCause() {
        var failed = failure("{\"thought\":\"x\",\"genre\":\"Western\"}", "{\"thought\":\"x\"}");

        assertThat(failed.failure().kind()).isEqualTo(Kind.INVALID_REPLY);
        assertThat(failed.failure()).hasMessage("the reply lacks the property \"genre\"");
        assertThat(failed.text()).isEqualTo("{\"thought\":\"x\"}");
        assertThat(((UserMessage) asked.getLast().messages().getLast()).singleText())
                .contains("\"genre\" must be one of \"Horror\", \"Comedy\", got \"Western\"");
    }

    @Test
    void nothingIsGuessedFromWhatIsNearlyRight() {
        for (String reply : List.of(
                "```json\n" + GOOD + "\n```",
                GOOD + GOOD,
                GOOD + " I hope this helps.",
                "[" + GOOD + "]",
                "\"Horror\"",
                "null",
                "{\"thought\":\"x\",\"genre\":\"horror\"}",
                "{\"thought\":\"x\",\"genre\":[\"Horror\"]}",
                "{\"thought\":\"x\",\"genre\":\"Comedy\",\"genre\":\"Horror\"}",
                "{\"thought\":\"x\",\"genre\":\"Horror\",\"sure\":true}",
                "{\"thought\":\"longer than ten\",\"genre\":\"Horror\"}",
                "{\"thought\":7,\"genre\":\"Horror\"}",
                "{'thought':'x','genre':'Horror'}",
                " ")) {
            assertThat(failure(reply, reply).failure().kind()).as(reply).isEqualTo(Kind.INVALID_REPLY);
        }
    }

    @Test
    void anEmptyReplyIsAskedForAgainWithinTheSameTurn() {
        assertThat(ask(true, " ", GOOD)).isInstanceOf(StructuredReply.Fitting.class);

        assertThat(asked.getLast().messages()).hasSize(2);
        assertThat(((UserMessage) asked.getLast().messages().getLast()).singleText())
                .startsWith("Which?")
                .contains("the reply is empty");
    }

    @Test
    void aCutReplyIsAFailureOfItsOwnAndNotRepaired() {
        for (String reply : List.of("CUT {\"thought\":\"da", "CUT " + GOOD)) {
            asked.clear();
            var failed = failure(reply);
            assertThat(failed.failure().kind()).isEqualTo(Kind.TRUNCATED);
            assertThat(failed.failure()).hasMessageContaining("limit of 40 tokens");
            assertThat(asked).hasSize(1);
        }
    }

    @Test
    void failuresOfTheEngineAreValuesUnlessTheyEndTheJob() {
        var gone = new ModelFailure(Kind.CONNECTION, "the server is gone; start it again");
        var spent = new ModelFailure(Kind.BUDGET, "all calls are spent; allow more");

        assertThat(failure(gone).failure()).isSameAs(gone);
        assertThat(failure("no JSON", gone).usage().calls()).isEqualTo(1);
        assertThatThrownBy(() -> ask(true, spent)).isSameAs(spent);
    }

    @Test
    void aRequestWithoutASchemaIsAMistakeOfTheCaller() {
        var plain = ChatRequest.builder().messages(UserMessage.from("Hi")).build();

        assertThatThrownBy(() -> new StructuredModel(new Speaker(true, GOOD)).ask(plain))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
