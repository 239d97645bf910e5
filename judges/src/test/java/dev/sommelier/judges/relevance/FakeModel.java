package dev.sommelier.judges.relevance;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.CharacterTokens;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.llm.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Answers by functions of the last message and remembers what it was asked. A message with `TOO LONG` overflows.
final class FakeModel implements LanguageModel {
    static final String DEFAULT_HASH = "0c1d3326cd9793cfb7296113c063dd5c24e2bd734b48ec1a3d01b7158eca9387";

    final List<List<ChatMessage>> asked = new ArrayList<>();
    Capabilities capabilities = new Capabilities(Integer.MAX_VALUE, true, true, false);
    Function<String, List<Double>> probabilities = message -> List.of(.1, .2, .3, .4);
    Function<String, Double> likelihood = message -> -2.0;
    String hash = DEFAULT_HASH;
    Optional<String> serverModel = Optional.empty();

    @Override
    public String description() {
        return "a fake";
    }

    @Override
    public Provenance provenance() {
        return new Provenance(
                serverModel.map(name -> Map.of("model", name)).orElseGet(() -> Map.of("model sha256", hash)));
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public ChatModel chat() {
        throw new UnsupportedOperationException("this fake does not chat");
    }

    @Override
    public LabelScorer labels() {
        return (messages, labels) -> {
            var logs = probabilities.apply(last(messages)).stream()
                    .limit(labels.size())
                    .map(Math::log)
                    .toList();
            return new LabelScores(labels, logs, 0, usage());
        };
    }

    @Override
    public TextScorer texts() {
        return (messages, text) -> new TextScore(likelihood.apply(last(messages)), 1, usage());
    }

    private String last(List<ChatMessage> messages) {
        asked.add(messages);
        var text = ((UserMessage) messages.getLast()).singleText();
        if (text.contains("TOO LONG")) {
            throw new ModelFailure(ModelFailure.Kind.OVERFLOW, "the prompt does not fit");
        }
        return text;
    }

    private static Usage usage() {
        return new Usage(1, 10, 0, 0, Duration.ZERO);
    }

    @Override
    public Tokens tokens() {
        return new CharacterTokens();
    }

    @Override
    public void close() {}
}
