package dev.sommelier.llm.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.testing.CountingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayedModelTest {
    @TempDir
    Path folder;

    private static List<Object> ask(LanguageModel model) {
        return List.of(
                model.chat().chat("hello"),
                model.chat().chat("again"),
                model.labels().score(question("rate it"), List.of("1", "2")),
                model.texts().score(question("rate it"), "a text"),
                model.tokens().method(),
                model.tokens().count("some text"),
                model.tokens().head("some longer text", 2),
                model.tokens().tail("some longer text", 2),
                model.description(),
                model.provenance(),
                model.capabilities());
    }

    private static List<ChatMessage> question(String text) {
        return List.of(SystemMessage.from("You judge."), UserMessage.from(text));
    }

    private Path recorded() {
        var file = folder.resolve("run.rec");
        try (var model = new RecordingModel("counter", new CountingModel("a"), file)) {
            ask(model);
        }
        return file;
    }

    @Test
    void answersWithoutAModel() {
        var file = folder.resolve("run.rec");
        List<Object> live;
        try (var model = new RecordingModel("counter", new CountingModel("a"), file)) {
            live = ask(model);
        }
        try (var replay = ReplayedModel.open(file)) {
            assertThat(ask(replay)).isEqualTo(live);
            assertThat(replay.name()).isEqualTo("counter");
        }
    }

    @Test
    void interruptedRecordingGoesOnWhereItWas() {
        var engine = new CountingModel("a");
        try (var model = new RecordingModel("counter", engine, recorded())) {
            ask(model);
            assertThat(engine.calls()).isZero();
            model.chat().chat("more");
            assertThat(engine.calls()).isEqualTo(1);
        }
    }

    @Test
    void saysWhereTheNearestRecordedCallDiffers() {
        try (var replay = ReplayedModel.open(recorded())) {
            assertThatThrownBy(() -> replay.labels().score(question("rate this"), List.of("1", "2")))
                    .isInstanceOfSatisfying(
                            ModelFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ModelFailure.Kind.NOT_RECORDED))
                    .hasMessageContaining("has no such call (labels). The nearest recorded call differs in questions 1"
                            + " messages 2 text at character 6: recorded \"rate it\", asked \"rate this\".");
            assertThatThrownBy(() -> replay.chat()
                            .chat(ChatRequest.builder()
                                    .messages(UserMessage.from("hello"))
                                    .temperature(0.5)
                                    .build()))
                    .hasMessageContaining("differs in temperature: recorded nothing, asked \"0.5\".");
        }
    }

    @Test
    void refusesAMissingFileAnEmptyOneAndAnotherModelsRecording() throws IOException {
        assertThatThrownBy(() -> ReplayedModel.open(folder.resolve("none")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("there is no recording at");
        var empty = Files.createFile(folder.resolve("empty"));
        assertThatThrownBy(() -> ReplayedModel.open(empty)).isInstanceOf(SommelierException.class);
        var file = recorded();
        assertThatThrownBy(() -> new RecordingModel("counter", new CountingModel("b"), file))
                .hasMessageContaining("holds answers of a that counts");
    }
}
