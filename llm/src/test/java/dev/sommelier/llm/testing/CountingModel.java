package dev.sommelier.llm.testing;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.CharacterTokens;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.llm.Tokens;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A model whose answers count the calls put to it: a repeated answer is seen at once. A message that holds `fail`
/// fails.
public final class CountingModel implements LanguageModel {
    private final Provenance provenance;
    private int calls;
    private boolean closed;

    /// @param name part of its provenance
    public CountingModel(String name) {
        this(new Provenance(Map.of("model", name)));
    }

    public CountingModel(Provenance provenance) {
        this.provenance = provenance;
    }

    private String name() {
        return provenance.facts().getOrDefault("model", "a model");
    }

    /// The calls put to it so far.
    public int calls() {
        return calls;
    }

    /// Whether it was closed.
    public boolean closed() {
        return closed;
    }

    private Usage called(List<ChatMessage> messages) {
        calls++;
        if (messages.toString().contains("fail")) {
            throw new ModelFailure(ModelFailure.Kind.SERVER, "asked to fail");
        }
        return new Usage(1, 10, 5, 2, Duration.ofMillis(3));
    }

    @Override
    public ChatModel chat() {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                var usage = called(request.messages());
                return ChatResponse.builder()
                        .aiMessage(AiMessage.from("reply " + calls))
                        .modelName(name())
                        .finishReason(FinishReason.STOP)
                        .tokenUsage(new MeasuredTokenUsage(usage))
                        .build();
            }
        };
    }

    @Override
    public LabelScorer labels() {
        return (messages, labels) -> {
            var usage = called(messages);
            return new LabelScores(
                    labels,
                    Collections.nCopies(labels.size(), calls == 1 ? Double.NEGATIVE_INFINITY : -1.0 / (3 * calls)),
                    0.1,
                    usage);
        };
    }

    @Override
    public TextScorer texts() {
        return (messages, text) -> {
            var usage = called(messages);
            return new TextScore(-1.0 / (7 * calls), 3, usage);
        };
    }

    @Override
    public String description() {
        return name() + " that counts";
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Integer.MAX_VALUE, true, true, false);
    }

    @Override
    public Tokens tokens() {
        return new CharacterTokens();
    }

    @Override
    public void close() {
        closed = true;
    }
}
