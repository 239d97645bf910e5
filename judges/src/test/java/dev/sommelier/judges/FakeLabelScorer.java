package dev.sommelier.judges;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Gives every label a fixed probability and remembers what it was asked.
final class FakeLabelScorer implements LabelScorer {
    private final List<Double> probabilities;
    final List<String> systemMessages = new ArrayList<>();
    final List<String> userMessages = new ArrayList<>();
    final List<List<String>> labels = new ArrayList<>();

    FakeLabelScorer(Double... probabilities) {
        this.probabilities = List.of(probabilities);
    }

    @Override
    public LabelScores score(List<ChatMessage> messages, List<String> asked) {
        systemMessages.add(((SystemMessage) messages.getFirst()).text());
        userMessages.add(((UserMessage) messages.getLast()).singleText());
        labels.add(asked);
        var logs = probabilities.stream().map(Math::log).toList();
        return new LabelScores(asked, logs, .25, new Usage(1, 70, 30, 0, Duration.ofMillis(500)));
    }
}
