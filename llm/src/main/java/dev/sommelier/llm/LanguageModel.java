package dev.sommelier.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.sommelier.core.Provenance;
import java.util.Optional;
import java.util.function.Consumer;

/// An opened language model, whatever runs it: the one door through which agents and judges use a model. Engines
/// implement it; caching, recording, replay and budgets wrap it.
///
/// Safe for use by several threads.
public interface LanguageModel extends AutoCloseable {
    /// Model and engine in one line, for people.
    String description();

    /// What must be known to get the same answers again.
    Provenance provenance();

    /// What the engine can do.
    Capabilities capabilities();

    /// The model as a partner that writes replies, bound to a JSON schema where the request has one.
    ChatModel chat();

    /// Writes one reply as [#chat()] does and hands on its text while it is written.
    ///
    /// Returns when the reply is whole; the pieces together are its text. An engine that cannot tell pieces, and an
    /// answer that was kept, come as one piece. Where the calling thread is interrupted, the reply ends with
    /// [ModelFailure.Kind#CANCELLED].
    ///
    /// @param pieces takes the text in order, never cut within a character; one call at a time
    default ChatResponse chat(ChatRequest request, Consumer<String> pieces) {
        var response = chat().chat(request);
        Optional.ofNullable(response.aiMessage().text()).ifPresent(pieces);
        return response;
    }

    /// The model as a judge whose answers are read as probabilities.
    ///
    /// @throws ModelFailure of kind [ModelFailure.Kind#CAPABILITY] if the engine tells no probabilities
    LabelScorer labels();

    /// The model as a judge of how likely a text is.
    ///
    /// @throws ModelFailure of kind [ModelFailure.Kind#CAPABILITY] if the engine tells no likelihood of given texts
    TextScorer texts();

    /// How long texts are for the model.
    Tokens tokens();

    /// Frees the engine; does nothing the second time.
    @Override
    void close();
}
