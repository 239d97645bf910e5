package dev.sommelier.cli.chat;

import dev.langchain4j.data.message.ChatMessage;
import dev.sommelier.agent.conversation.FormFiller;
import dev.sommelier.agent.conversation.LikelihoodWishes;
import dev.sommelier.agent.conversation.ModelForm;
import dev.sommelier.agent.conversation.ModelPolicy;
import dev.sommelier.agent.conversation.ModelTalk;
import dev.sommelier.agent.conversation.Policy;
import dev.sommelier.agent.conversation.Reply;
import dev.sommelier.agent.conversation.WishScorer;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The language model's part in a conversation. It is opened in the background; a reply waits for it only where it has
/// something to ask the model. Without a model the parser and the templates go on alone.
final class ModelPartner implements AutoCloseable {
    private final CompletableFuture<Optional<Ready>> ready;
    private final boolean talk;
    private final StopSign sign = new StopSign();
    private final Consumer<String> notes;

    private record Ready(OpenedModel opened, ModelForm form, ModelTalk words, Policy policy, WishScorer wishes) {}

    /// @param data is awaited first: the form offers the catalogue's values
    /// @param opening opens the model; empty for a conversation without one
    /// @param notes told why there is no model
    ModelPartner(
            CompletableFuture<ChatData> data,
            Optional<Supplier<OpenedModel>> opening,
            boolean talk,
            Consumer<String> notes,
            Executor background) {
        this.talk = talk;
        this.notes = notes;
        this.ready = opening.isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : CompletableFuture.supplyAsync(opening.get(), background)
                        .thenCombine(data, (opened, of) -> ready(opened, of, sign))
                        .handle((made, failure) -> {
                            if (failure != null) {
                                notes.accept(why(failure) + " The conversation goes on without a model.");
                            }
                            return Optional.ofNullable(made);
                        });
    }

    private static Ready ready(OpenedModel opened, ChatData data, StopSign sign) {
        var chat = new Stoppable(opened.model().chat(), sign);
        var catalog = data.catalog();
        var form = new ModelForm(chat, opened.name(), data.parser().vocabulary(), catalog.attributes());
        form.prepare();
        ModelTalk.Writer writer = (request, pieces) -> {
            sign.enter();
            try {
                return opened.model().chat(request, pieces);
            } finally {
                sign.leave();
            }
        };
        return new Ready(
                opened,
                form,
                new ModelTalk(writer, catalog),
                new ModelPolicy(chat, catalog),
                new LikelihoodWishes(new Texts(opened), opened.name(), catalog, LikelihoodWishes.MOST));
    }

    private static String why(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        return cause instanceof SommelierException known
                ? String.valueOf(known.getMessage())
                : "The model could not be opened: " + cause;
    }

    /// Fills in forms once the model is there.
    FormFiller filler() {
        return (line, leftover) ->
                with(FormFiller.Filled.NOTHING, one -> one.form().fill(line, leftover));
    }

    /// The model decides whether to ask; without one, the classic policy.
    Policy policy() {
        return (state, list, questions) -> with(Policy.classic(), Ready::policy).choose(state, list, questions);
    }

    /// A recommendation in the model's own words, where it is to talk and keeps to the facts.
    ///
    /// @param sentences takes each sentence while the model goes on with the next
    Optional<String> talk(Reply reply, List<String> liked, Consumer<String> sentences) {
        if (!talk || reply.items().isEmpty()) {
            return Optional.empty();
        }
        var told = new ArrayList<String>();
        Consumer<String> telling = sentence -> {
            told.add(sentence);
            sentences.accept(sentence);
        };
        return with(Optional.empty(), one -> {
            try {
                one.words().say(reply, liked, telling);
            } catch (RuntimeException failure) {
                telling.accept("(The model broke off: " + failure.getMessage() + ")");
            }
            return Optional.of(String.join(" ", told)).filter(words -> !words.isEmpty());
        });
    }

    /// The model ranks by wishes in words; without one that can, every item fits a wish equally well.
    WishScorer wishes(ChatData data) {
        return new WishScorer() {
            @Override
            public String name() {
                return with("no model", one -> "likelihood by " + one.opened().name());
            }

            @Override
            public double[] score(String wish, List<String> items) {
                return with(new double[items.size()], one -> scored(one, wish, items));
            }
        };
    }

    private double[] scored(Ready one, String wish, List<String> items) {
        try {
            sign.enter();
            try {
                return one.wishes().score(wish, items);
            } finally {
                sign.leave();
            }
        } catch (SommelierException failure) {
            notes.accept("The list does not go by \"" + wish + "\": " + failure.getMessage());
            return new double[items.size()];
        }
    }

    /// Whether a model tells likelihoods shows with the first wish, as not every conversation has one.
    private record Texts(OpenedModel opened) implements TextScorer {
        @Override
        public TextScore score(List<ChatMessage> messages, String text) {
            return opened.model().texts().score(messages, text);
        }

        @Override
        public List<TextScore> scoreAll(List<Question> questions) {
            return opened.model().texts().scoreAll(questions);
        }
    }

    /// What there is to say of it, for `/model`.
    String description() {
        if (!ready.isDone()) {
            return "The model is still loading.";
        }
        return with(
                "There is no model; the parser reads alone and the replies are templates over facts.",
                one -> one.opened().model().description() + "\nForms: "
                        + one.form().standing() + "\nOwn words: "
                        + (talk ? "yes" : "no, templates over facts") + "\nCalls: "
                        + one.opened().cost().line());
    }

    /// Ends what the reply in the making asks the model.
    void stop() {
        sign.raise();
    }

    /// The next reply may ask again.
    void goOn() {
        sign.lift();
    }

    private <T> T with(T otherwise, Function<Ready, T> use) {
        return ready.join().map(use).orElse(otherwise);
    }

    /// Frees the model, where it is there; one that is still loading ends with the process.
    @Override
    public void close() {
        if (ready.isDone()) {
            ready.join().ifPresent(one -> one.opened().close());
        }
    }
}
