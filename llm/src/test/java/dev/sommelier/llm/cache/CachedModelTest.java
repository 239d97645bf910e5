package dev.sommelier.llm.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.sommelier.core.Provenance;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.testing.CountingModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedModelTest {
    private static final long LARGE = 1 << 30;
    private static final List<ChatMessage> ASK = List.of(SystemMessage.from("be brief"), UserMessage.from("hello"));

    @TempDir
    Path folder;

    private ResponseStore store() {
        return ResponseStore.open(folder.resolve("cache.db"), "response cache", LARGE);
    }

    private CachedModel cached(CountingModel engine) {
        return new CachedModel("counter", engine, store());
    }

    private static ChatRequest.Builder ask() {
        return ChatRequest.builder().messages(ASK);
    }

    @Test
    void aReplyThatIsToldInPiecesIsTheSameCallAsAWholeOne() {
        var engine = new CountingModel("a");
        var pieces = new ArrayList<String>();
        try (var model = cached(engine)) {
            var whole = model.chat().chat(ask().build());
            var told = model.chat(ask().build(), pieces::add);

            assertThat(told.aiMessage().text()).isEqualTo(whole.aiMessage().text());
            assertThat(pieces).containsExactly(whole.aiMessage().text());
            assertThat(model.hits()).isEqualTo(1);
        }
    }

    @Test
    void answersEveryWayOfAskingOnceAcrossProcesses() {
        var engine = new CountingModel("a");
        var replies = new ArrayList<List<Object>>();
        for (int run = 0; run < 2; run++) {
            try (var model = cached(engine)) {
                var reply = model.chat().chat(ask().build());
                replies.add(List.of(
                        model.labels().score(ASK, List.of("1", "2")),
                        model.texts().score(ASK, "text"),
                        model.labels()
                                .scoreAll(List.of(
                                        new LabelScorer.Question(ASK, List.of("1")),
                                        new LabelScorer.Question(ASK, List.of("2")))),
                        reply.aiMessage(),
                        reply.finishReason(),
                        reply.modelName(),
                        MeasuredTokenUsage.of(reply)));
                assertThat(model.hits()).isEqualTo(run == 0 ? 0 : 5);
            }
        }
        assertThat(replies.get(1)).isEqualTo(replies.get(0));
        assertThat(engine.calls()).isEqualTo(5);
        assertThat(engine.closed()).isTrue();
    }

    @Test
    void keepsInfiniteScores() {
        for (int run = 0; run < 2; run++) {
            try (var model = cached(new CountingModel("a"))) {
                assertThat(model.labels().score(ASK, List.of("1")).logProbabilities())
                        .containsExactly(Double.NEGATIVE_INFINITY);
            }
        }
    }

    @Test
    void everythingThatCanChangeAnAnswerAsksAgain() {
        var engine = new CountingModel("a");
        var schema = JsonSchema.builder()
                .name("s")
                .rootElement(JsonObjectSchema.builder().addStringProperty("x").build())
                .build();
        var requests = List.of(
                ask(),
                ask().temperature(0.5),
                ask().maxOutputTokens(7),
                ask().stopSequences(List.of(".")),
                ask().responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(schema)
                        .build()),
                ChatRequest.builder().messages(SystemMessage.from("be brief"), AiMessage.from("hello")),
                ChatRequest.builder().messages(UserMessage.from("be brief"), UserMessage.from("hello")),
                ChatRequest.builder().messages(SystemMessage.from("be briefhello"), UserMessage.from("")));
        try (var model = cached(engine)) {
            requests.forEach(request -> model.chat().chat(request.build()));
            model.labels().score(ASK, List.of("1", "2"));
            model.labels().score(ASK, List.of("2", "1"));
            model.labels().score(ASK, List.of("12"));
            model.texts().score(ASK, "12");
            assertThat(model.hits()).isZero();
        }
        try (var model = new CachedModel("same name", new CountingModel("b"), store())) {
            model.chat().chat(ask().build());
            assertThat(model.hits()).isZero();
        }
    }

    @Test
    void aServerThatMovedAnswersAsBefore() {
        var facts = new Provenance(Map.of("model", "a"));
        for (var address : List.of("http://127.0.0.1:1/v1", "http://127.0.0.1:2/v1")) {
            try (var model = cached(new CountingModel(facts.with(Provenance.ADDRESS, address)))) {
                model.chat().chat("question");
                assertThat(model.hits()).isEqualTo(address.contains(":1/") ? 0 : 1);
            }
        }
    }

    @Test
    void neverKeepsAFailure() {
        var engine = new CountingModel("a");
        try (var model = cached(engine)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> model.chat().chat("please fail")).isInstanceOf(ModelFailure.class);
            }
            assertThat(engine.calls()).isEqualTo(2);
            assertThat(model.hits()).isZero();
        }
    }

    @Test
    void prunesWhatWasNotUsedForTheLongestTime() {
        var now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        var clock = clock(now);
        var path = folder.resolve("cache.db");
        try (var model =
                new CachedModel("c", new CountingModel("a"), ResponseStore.open(path, "cache", LARGE, clock))) {
            for (int i = 0; i < 4; i++) {
                model.chat().chat("question " + i);
                now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
            }
            model.chat().chat("question 0");
        }
        try (var store = ResponseStore.open(path, "cache", LARGE, clock)) {
            var stats = store.contents().stats();
            assertThat(stats.answers()).isEqualTo(4);
            assertThat(stats.lastUsed()).contains(Instant.parse("2026-01-01T04:00:00Z"));
            assertThat(store.contents().prune(stats.bytes() / 2).answers()).isEqualTo(2);
        }
        var engine = new CountingModel("a");
        try (var model = new CachedModel("c", engine, ResponseStore.open(path, "cache", LARGE, clock))) {
            List.of("question 0", "question 3").forEach(model.chat()::chat);
            assertThat(engine.calls()).isZero();
            model.chat().chat("question 1");
            assertThat(engine.calls()).isEqualTo(1);
        }
    }

    @Test
    void staysWithinItsBoundByItself() {
        var path = folder.resolve("cache.db");
        try (var model = new CachedModel("c", new CountingModel("a"), ResponseStore.open(path, "cache", 100_000))) {
            for (int i = 0; i < 1001; i++) {
                model.chat().chat("question " + i);
            }
        }
        try (var store = ResponseStore.open(path, "cache", 100_000)) {
            assertThat(store.contents().stats().bytes()).isLessThanOrEqualTo(100_000);
        }
    }

    @Test
    void exportsOneLineACall() {
        try (var model = cached(new CountingModel("a"))) {
            model.chat().chat("hello");
        }
        var lines = new ArrayList<String>();
        try (var store = store()) {
            store.contents().export(lines::add);
        }
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("{\"model\":\"counter\",\"provenance\":{\"model\":\"a\"},\"kind\":\"chat\",\"call\":{")
                .contains("\"text\":\"hello\"");
    }

    private static Clock clock(AtomicReference<Instant> now) {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }
}
