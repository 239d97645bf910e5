package dev.sommelier.agent.conversation;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.sommelier.agent.conversation.parse.Piece;
import dev.sommelier.agent.conversation.parse.Vocabulary;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.structured.StructuredModel;
import dev.sommelier.llm.structured.StructuredReply;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Value;
import dev.sommelier.tools.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form that a language model fills in: one value of the catalogue and the attitude to it. A JSON schema with enums
/// binds it, so it can only name what exists.
///
/// A small model fills forms in at random. So before it is listened to, it reads control sentences whose answers are
/// known; a model that fails them is not asked again, and the trace says so. Not safe for use by several threads.
public final class ModelForm implements FormFiller {
    private static final String NONE = "none";
    private static final String WANTS = "wants";
    private static final String AVOIDS = "avoids";
    private static final int MOST_VALUES = 120;
    private static final int MOST_FAILURES = 2;
    private static final int REPLY_TOKENS = 64;

    private final StructuredModel model;
    private final String name;
    private final PromptTemplate template = PromptTemplate.load("chat-form");
    private final List<Vocabulary.Value> values = new ArrayList<>();
    private final ResponseFormat format;
    private Optional<String> deaf = Optional.empty();
    private int failures;
    private boolean tested;

    /// @param name what traces call the model
    /// @param attributes the attributes whose values the form offers
    public ModelForm(ChatModel model, String name, Vocabulary vocabulary, List<String> attributes) {
        this.model = new StructuredModel(model);
        this.name = name;
        attributes.forEach(attribute -> vocabulary.values(attribute).stream()
                .filter(value -> values.size() < MOST_VALUES)
                .forEach(value -> values.add(new Vocabulary.Value(attribute, value))));
        var words = new ArrayList<>(
                values.stream().map(Vocabulary.Value::value).distinct().toList());
        words.add(NONE);
        this.format = ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name("form")
                        .rootElement(JsonObjectSchema.builder()
                                .addEnumProperty("attitude", List.of(WANTS, AVOIDS, NONE))
                                .addEnumProperty("value", words)
                                .required("attitude", "value")
                                .additionalProperties(false)
                                .build())
                        .build())
                .build();
    }

    private record Form(String attitude, String value) {}

    @Override
    public Filled fill(String line, String leftover) {
        if (deaf.isPresent() || values.isEmpty()) {
            return new Filled(
                    List.of(), deaf.map(why -> "model: not asked, " + why).orElse(""));
        }
        try {
            if (!tested) {
                test();
                return fill(line, leftover);
            }
            var form = ask(leftover);
            failures = 0;
            return new Filled(pieces(form), "model: " + name + " filled in " + form.attitude() + " " + form.value());
        } catch (RuntimeException failure) {
            return failed(failure);
        }
    }

    /// Reads the control sentences now, so that no reply has to wait for them.
    public void prepare() {
        try {
            if (!tested && !values.isEmpty()) {
                test();
            }
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    /// Whether the model is listened to, in words.
    public String standing() {
        if (deaf.isPresent()) {
            return "not asked: " + deaf.get();
        }
        return tested ? "asked about the words that no rule understands" : "not tried yet";
    }

    private Filled failed(RuntimeException failure) {
        boolean stopped = failure instanceof ModelFailure known && known.kind() == ModelFailure.Kind.CANCELLED;
        failures += stopped ? 0 : 1;
        deaf = failures < MOST_FAILURES ? Optional.empty() : Optional.of("it failed " + failures + " times");
        return new Filled(
                List.of(),
                "model: " + name + " failed (" + Speech.oneLine(String.valueOf(failure.getMessage()))
                        + "); the parser decides alone");
    }

    /// Three sentences that want, two that avoid; one wrong answer is forgiven.
    private void test() {
        int right = 0;
        int asked = 0;
        for (var value : values.subList(0, Math.min(3, values.size()))) {
            right += ask("I am in the mood for " + value.value()).equals(new Form(WANTS, value.value())) ? 1 : 0;
            right += ask("anything except " + value.value()).equals(new Form(AVOIDS, value.value())) ? 1 : 0;
            asked += 2;
        }
        tested = true;
        if (right < asked - 1) {
            deaf = Optional.of(name + " reads " + right + " of " + asked + " control sentences rightly");
        }
    }

    private Form ask(String line) {
        var prompt = template.render(Map.of("line", Value.data(line)));
        var request = ChatRequest.builder()
                .messages(
                        SystemMessage.from(prompt.system().text()),
                        UserMessage.from(prompt.user().text()))
                .responseFormat(format)
                .temperature(0.0)
                .maxOutputTokens(REPLY_TOKENS)
                .build();
        return switch (model.ask(request)) {
            case StructuredReply.Fitting fitting ->
                new Form(
                        fitting.value().get("attitude").asText(),
                        fitting.value().get("value").asText());
            case StructuredReply.Failed failed -> throw failed.failure();
        };
    }

    private List<Piece> pieces(Form form) {
        var value =
                values.stream().filter(one -> one.value().equals(form.value())).findFirst();
        return switch (form.attitude()) {
            case WANTS ->
                value.<List<Piece>>map(one -> List.of(new Piece.Leaning(one.attribute(), one.value())))
                        .orElse(List.of());
            case AVOIDS ->
                value.<List<Piece>>map(one -> List.of(
                                new Piece.Must(new Constraint.OneOf(one.attribute(), List.of(one.value()), true))))
                        .orElse(List.of());
            default -> List.of();
        };
    }
}
