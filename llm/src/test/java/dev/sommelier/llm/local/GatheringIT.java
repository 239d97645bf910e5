package dev.sommelier.llm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatheringIT {
    private static final List<String> LABELS = List.of("yes", "no");

    @TempDir
    Path folder;

    private static List<ChatMessage> prompt(int number) {
        return List.of(SystemMessage.from("Judge."), UserMessage.from("Passage " + number));
    }

    @Test
    void manyThreadsGetTheScoresOfTheModelItselfUpToRounding() throws Exception {
        var file = TinyGguf.write(folder.resolve("tiny.gguf"), 7);
        try (var engine = LocalEngine.open(file, EngineOptions.defaults().withContextTokens(1024))) {
            var gathered = new GatheringModel(engine, 16).labels();
            var answers = new ArrayList<Future<LabelScores>>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 40; i++) {
                    int number = i;
                    answers.add(threads.submit(() -> gathered.score(prompt(number), LABELS)));
                }
            }
            for (int i = 0; i < 40; i++) {
                var alone = engine.labels().score(prompt(i), LABELS);
                assertThat(answers.get(i).get().logProbabilities().getFirst())
                        .as("prompt %s", i)
                        .isCloseTo(alone.logProbabilities().getFirst(), offset(1e-3));
            }
        }
    }
}
