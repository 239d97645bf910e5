package dev.sommelier.agent.conversation;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.sommelier.core.Catalog;
import dev.sommelier.llm.structured.StructuredModel;
import dev.sommelier.llm.structured.StructuredReply;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A language model decides whether to ask or to recommend, bound to these two words. A model that fails is replaced by
/// the classic policy for that turn.
public final class ModelPolicy implements Policy {
    private static final String MOVE = "move";
    private static final String ASK = "ask";
    private static final ResponseFormat FORMAT = ResponseFormat.builder()
            .type(ResponseFormatType.JSON)
            .jsonSchema(JsonSchema.builder()
                    .name("move")
                    .rootElement(JsonObjectSchema.builder()
                            .addEnumProperty(MOVE, List.of(ASK, "recommend"))
                            .required(MOVE)
                            .additionalProperties(false)
                            .build())
                    .build())
            .build();

    private final StructuredModel model;
    private final Speech speech;
    private final PromptTemplate template = PromptTemplate.load("chat-move");

    public ModelPolicy(ChatModel model, Catalog catalog) {
        this.model = new StructuredModel(model);
        this.speech = new Speech(catalog);
    }

    @Override
    public Move choose(DialogueState state, Recommendation list, Questions questions) {
        var best = questions.best();
        if (best.isEmpty()) {
            return new Move.Recommend(Optional.empty());
        }
        var question = best.get();
        var prompt = template.render(Map.of(
                "known",
                Value.trusted("Known: " + state.liked().size() + " liked items, "
                        + state.constraints().size() + " constraints, "
                        + state.shown().size() + " items shown."),
                "question",
                Value.data(speech.ask(question.pending())),
                "gain",
                Value.trusted(String.format(Locale.ROOT, "Expected gain: %.1f bits.", question.gain()))));
        var request = ChatRequest.builder()
                .messages(
                        SystemMessage.from(prompt.system().text()),
                        UserMessage.from(prompt.user().text()))
                .responseFormat(FORMAT)
                .temperature(0.0)
                .maxOutputTokens(16)
                .build();
        try {
            return switch (model.ask(request)) {
                case StructuredReply.Fitting fitting ->
                    fitting.value().get(MOVE).asText().equals(ASK)
                            ? new Move.Ask(question)
                            : new Move.Recommend(Optional.empty());
                case StructuredReply.Failed failed -> Policy.classic().choose(state, list, questions);
            };
        } catch (RuntimeException failure) {
            return Policy.classic().choose(state, list, questions);
        }
    }
}
