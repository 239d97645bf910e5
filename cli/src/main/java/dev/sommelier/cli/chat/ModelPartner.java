package dev.sommelier.cli.chat;

import dev.sommelier.agent.conversation.FormFiller;
import dev.sommelier.agent.conversation.ModelForm;
import dev.sommelier.agent.conversation.ModelPolicy;
import dev.sommelier.agent.conversation.ModelTalk;
import dev.sommelier.agent.conversation.Policy;
import dev.sommelier.agent.conversation.Reply;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.core.SommelierException;
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

    private record Ready(OpenedModel opened, ModelForm form, ModelTalk words, Policy policy) {}

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
        return new Ready(opened, form, new ModelTalk(chat, catalog), new ModelPolicy(chat, catalog));
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
    Optional<String> talk(Reply reply, List<String> liked) {
        if (!talk || reply.items().isEmpty()) {
            return Optional.empty();
        }
        return with(Optional.empty(), one -> {
            try {
                return one.words().say(reply, liked);
            } catch (RuntimeException failure) {
                return Optional.of("(The model broke off: " + failure.getMessage() + ")");
            }
        });
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
