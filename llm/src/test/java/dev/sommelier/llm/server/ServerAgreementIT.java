package dev.sommelier.llm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.io.Home;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import dev.sommelier.llm.store.ModelStore;
import dev.sommelier.llm.store.Quantization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Label probabilities of the in-process engine beside those of a real server that loaded the same file. Runs when
/// `sommelier.llm.server.command` tells how to start one; see docs/servers.md.
class ServerAgreementIT {
    private static final String FOUR_BITS = "smollm2-135m-instruct-q4_1";
    private static final String COMMAND = "sommelier.llm.server.command";
    private static final List<String> STARS = List.of("1", "2", "3", "4", "5");
    private static final List<String> LETTERS = List.of("A", "B", "C", "D");
    private static final List<String> YES_NO = List.of("yes", "no");
    private static final List<String> FILMS = List.of(
            "Alien (1979), Horror",
            "Babe (1995), Children's",
            "Heat (1995), Crime",
            "Fargo (1996), Drama",
            "Aladdin (1992), Animation",
            "Casablanca (1942), Romance",
            "Twister (1996), Action",
            "Psycho (1960), Thriller");

    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void find() {
        assumeTrue(
                System.getProperty(COMMAND) != null,
                "give -D" + COMMAND + "=\"COMMAND --model {model} --port {port}\", the start of a model server");
        var found = new ModelStore(Home.fromEnvironment()).path(FOUR_BITS);
        assumeTrue(
                found.isPresent(),
                FOUR_BITS + " is not in the models folder; fetch it with: sommelier model get " + FOUR_BITS);
        model = found.orElseThrow();
    }

    /// What the default model is: as little alike as four bits, for the same reason.
    @Test
    void eightBitWeightsGiveNearlyTheSameProbabilities(TestReporter reporter) throws Exception {
        var store = new ModelStore(Home.at(folder.resolve("home")));
        var made = store.requantize(model.toString(), Quantization.Q8_0, (task, done, total) -> {});

        var differences = differences(store.path(made.id()).orElseThrow());

        reporter.publishEntry("Q8_0", differences.toString());
        assertThat(differences.getMax()).as(differences.toString()).isLessThan(1e-1);
        assertThat(differences.getAverage()).as(differences.toString()).isLessThan(1e-2);
    }

    /// Half-precision weights are multiplied alike by both versions of llama.cpp, up to rounding.
    @Test
    void halfPrecisionWeightsGiveTheSameProbabilities(TestReporter reporter) throws Exception {
        var store = new ModelStore(Home.at(folder.resolve("home")));
        var made = store.requantize(model.toString(), Quantization.F16, (task, done, total) -> {});

        var differences = differences(store.path(made.id()).orElseThrow());

        reporter.publishEntry("F16", differences.toString());
        assertThat(differences.getMax()).as(differences.toString()).isLessThan(1e-2);
    }

    /// Newer versions of llama.cpp round the activations that meet 4-bit weights in another way.
    @Test
    void fourBitWeightsGiveNearlyTheSameProbabilities(TestReporter reporter) throws Exception {
        var differences = differences(model);

        reporter.publishEntry("Q4_1", differences.toString());
        assertThat(differences.getMax()).as(differences.toString()).isLessThan(5e-2);
        assertThat(differences.getAverage()).as(differences.toString()).isLessThan(1e-2);
    }

    private DoubleSummaryStatistics differences(Path file) throws IOException {
        var questions = questions();
        var here = new ArrayList<LabelScores>();
        try (var engine = LocalEngine.open(
                file, EngineOptions.defaults().withContextTokens(1024).withThreads(2))) {
            questions.forEach(question -> here.add(engine.labels().score(question.messages(), question.labels())));
        }
        var there = new ArrayList<LabelScores>();
        try (var server = StartedServer.start(System.getProperty(COMMAND), file, folder.resolve("server.log"));
                var engine = ServerEngine.connect(server.url(), "default", Optional.empty())) {
            questions.forEach(question -> there.add(engine.labels().score(question.messages(), question.labels())));
        }
        var differences = new DoubleSummaryStatistics();
        int all = 0;
        for (int i = 0; i < questions.size(); i++) {
            var labels = questions.get(i).labels();
            all += labels.size();
            for (int label = 0; label < labels.size(); label++) {
                if (!there.get(i).unlisted().contains(labels.get(label))) {
                    differences.accept(
                            Math.abs(Math.exp(here.get(i).logProbabilities().get(label))
                                    - Math.exp(there.get(i).logProbabilities().get(label))));
                }
            }
        }
        assertThat(differences.getCount()).as("labels that the server tells").isGreaterThan(all * 3L / 4);
        return differences;
    }

    private static List<LabelScorer.Question> questions() {
        var questions = new ArrayList<LabelScorer.Question>();
        for (String film : FILMS) {
            questions.add(question("You rate films. Answer with a number from 1 to 5 alone.", film, STARS));
            questions.add(question("Answer yes or no, in small letters.", "Is this for children? " + film, YES_NO));
            questions.add(question(
                    "Answer with one letter.", film + ". A: loud, B: gentle, C: sad, D: funny. Which is it?", LETTERS));
        }
        return questions;
    }

    private static LabelScorer.Question question(String system, String user, List<String> labels) {
        var messages = List.<ChatMessage>of(SystemMessage.from(system), UserMessage.from(user));
        return new LabelScorer.Question(messages, labels);
    }
}
