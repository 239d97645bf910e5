package dev.sommelier.llm.call;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.llm.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// A language model that answers every way of asking through one method: the base of all decorators.
public abstract class CallModel implements LanguageModel {
    /// Answers a call, by an engine or otherwise.
    ///
    /// @throws ModelFailure if there is no answer
    protected abstract <A> A answer(Call<A> call);

    @Override
    public final ChatModel chat() {
        return chat(Calls::chat);
    }

    @Override
    public final ChatResponse chat(ChatRequest request, Consumer<String> pieces) {
        var told = new AtomicBoolean();
        Consumer<String> counted = piece -> {
            told.set(true);
            pieces.accept(piece);
        };
        var response = chat(one -> Calls.chat(one, counted)).chat(request);
        if (!told.get()) {
            Optional.ofNullable(response.aiMessage().text()).ifPresent(pieces);
        }
        return response;
    }

    private ChatModel chat(Function<ChatRequest, Call<ChatResponse>> call) {
        var model = this;
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return model.answer(call.apply(request));
            }

            @Override
            public Set<Capability> supportedCapabilities() {
                return model.capabilities().schema() ? Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA) : Set.of();
            }
        };
    }

    @Override
    public final LabelScorer labels() {
        require(capabilities().labels() > 0, "probabilities of answers");
        var model = this;
        return new LabelScorer() {
            @Override
            public LabelScores score(List<ChatMessage> messages, List<String> labels) {
                return scoreAll(List.of(new LabelScorer.Question(messages, labels)))
                        .getFirst();
            }

            @Override
            public List<LabelScores> scoreAll(List<LabelScorer.Question> questions) {
                return questions.isEmpty() ? List.of() : model.answer(Calls.labels(questions));
            }
        };
    }

    @Override
    public final TextScorer texts() {
        require(capabilities().texts(), "the likelihood of a given text");
        var model = this;
        return new TextScorer() {
            @Override
            public TextScore score(List<ChatMessage> messages, String text) {
                return scoreAll(List.of(new TextScorer.Question(messages, text)))
                        .getFirst();
            }

            @Override
            public List<TextScore> scoreAll(List<TextScorer.Question> questions) {
                return questions.isEmpty() ? List.of() : model.answer(Calls.texts(questions));
            }
        };
    }

    private void require(boolean able, String what) {
        if (!able) {
            throw new ModelFailure(
                    ModelFailure.Kind.CAPABILITY,
                    description() + " does not tell " + what
                            + "; use the in-process engine (leave --server out) or a server that does.");
        }
    }

    /// Lengths of texts as calls, so that they can be kept.
    ///
    /// @param method the engine's
    protected final Tokens tokensByCalls(String method) {
        var model = this;
        return new Tokens() {
            @Override
            public String method() {
                return method;
            }

            @Override
            public int count(String text) {
                return model.answer(Calls.count(text));
            }

            @Override
            public String head(String text, int most) {
                return model.answer(Calls.head(text, most));
            }

            @Override
            public String tail(String text, int most) {
                return model.answer(Calls.tail(text, most));
            }
        };
    }
}
