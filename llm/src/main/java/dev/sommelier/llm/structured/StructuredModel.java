package dev.sommelier.llm.structured;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.FinishReason;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.llm.ModelFailure;
import java.util.Map;

/// Asks for replies that fit a JSON schema. A model that binds replies to one gets it; for others it stands in the
/// prompt. Either way the reply is read strictly and checked; one that does not fit is repaired once, by telling the
/// model its exact error. A reply that the limit of tokens cut is a failure of its own, even where what is there fits.
///
/// ```java
/// switch (new StructuredModel(engine.chat()).ask(request)) {
///     case StructuredReply.Fitting fitting -> use(fitting.value());
///     case StructuredReply.Failed failed -> count(failed.failure().kind());
/// }
/// ```
///
/// As safe for use by several threads as the model is.
public final class StructuredModel {
    private final ChatModel model;

    /// @param model tells by its capabilities whether it binds replies to a schema
    public StructuredModel(ChatModel model) {
        this.model = model;
    }

    /// Asks, and asks once more where the reply does not fit.
    ///
    /// @param request with a JSON schema as its response format
    /// @throws ModelFailure if calls after this one would fail in the same way ([ModelFailure.Kind#endsJob])
    /// @throws IllegalArgumentException if the request has no schema, or one of a kind that is not supported
    public StructuredReply ask(ChatRequest request) {
        var schema = SchemaPrompt.schema(request)
                .orElseThrow(() -> new IllegalArgumentException("the request has no JSON schema as response format"));
        boolean binds = model.supportedCapabilities().contains(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
        var asked = binds ? request : SchemaPrompt.unbound(request);
        var first = reply(asked, schema, false, Usage.NONE);
        if (!(first instanceof StructuredReply.Failed failed)
                || failed.failure().kind() != ModelFailure.Kind.INVALID_REPLY) {
            return first;
        }
        var error = String.valueOf(failed.failure().getMessage());
        return reply(SchemaPrompt.repairing(asked, failed.text(), error), schema, true, failed.usage());
    }

    private StructuredReply reply(ChatRequest request, Map<String, Object> schema, boolean again, Usage before) {
        try {
            var response = model.chat(request);
            var usage = before.plus(MeasuredTokenUsage.of(response));
            var written = response.aiMessage().text();
            String text = written == null ? "" : written;
            if (response.finishReason() == FinishReason.LENGTH) {
                return failed(
                        ModelFailure.Kind.TRUNCATED,
                        "the reply was cut at its limit of "
                                + (request.maxOutputTokens() == null
                                        ? "tokens"
                                        : request.maxOutputTokens() + " tokens; allow more"),
                        text,
                        usage);
            }
            return read(text, schema, again, usage);
        } catch (ModelFailure failure) {
            if (failure.kind().endsJob()) {
                throw failure;
            }
            return new StructuredReply.Failed(failure, "", before);
        }
    }

    private static StructuredReply read(String text, Map<String, Object> schema, boolean again, Usage usage) {
        JsonNode value;
        try {
            value = StrictJson.read(text);
        } catch (StrictJson.Broken e) {
            return failed(ModelFailure.Kind.INVALID_REPLY, e.error(), text, usage);
        }
        return SchemaCheck.error(value, schema, "")
                .map(error -> failed(ModelFailure.Kind.INVALID_REPLY, error, text, usage))
                .orElseGet(() -> new StructuredReply.Fitting(value, again, usage));
    }

    private static StructuredReply failed(ModelFailure.Kind kind, String cause, String text, Usage usage) {
        return new StructuredReply.Failed(new ModelFailure(kind, cause), text, usage);
    }
}
