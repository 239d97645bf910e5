package dev.sommelier.agent.conversation;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.sommelier.core.Catalog;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Lets a language model say a recommendation in its own words, within the facts.
///
/// Its sentences are shown while it writes: each once it is whole and was found to name no other title of the
/// catalogue.
/// At the first one that does, the rest is thrown away.
public final class ModelTalk {
    private static final int REPLY_TOKENS = 120;
    private static final int SHORTEST_TITLE = 6;

    /// Two sentences say no more, and a short prompt is read sooner.
    private static final int MOST_ITEMS = 3;

    private final Writer writer;
    private final PromptTemplate template = PromptTemplate.load("chat-talk");
    private final Catalog catalog;

    /// Writes a reply, as [LanguageModel#chat(ChatRequest, Consumer)] does.
    @FunctionalInterface
    public interface Writer {
        /// @param pieces takes the text while it is written
        ChatResponse write(ChatRequest request, Consumer<String> pieces);
    }

    public ModelTalk(Writer writer, Catalog catalog) {
        this.writer = writer;
        this.catalog = catalog;
    }

    /// Says a recommendation in the model's words, as far as they keep to the facts.
    ///
    /// @param liked items that the facts may name too
    /// @param sentences takes each sentence as soon as it is checked
    public void say(Reply reply, List<String> liked, Consumer<String> sentences) {
        if (reply.items().isEmpty()) {
            return;
        }
        var told = reply.items().stream().limit(MOST_ITEMS).toList();
        var facts = told.stream()
                .map(shown -> shown.title() + ": " + shown.reason())
                .collect(Collectors.joining("\n"));
        var prompt = template.render(Map.of("facts", Value.data(facts)));
        var allowed = new ArrayList<>(liked);
        reply.items().forEach(shown -> allowed.add(shown.item()));
        var checked = new CheckedSentences(text -> foreign(text, allowed).isEmpty(), sentences);
        var response = writer.write(
                ChatRequest.builder()
                        .messages(
                                SystemMessage.from(prompt.system().text()),
                                UserMessage.from(prompt.user().text()))
                        .temperature(0.0)
                        .maxOutputTokens(REPLY_TOKENS)
                        .build(),
                checked);
        if (response.finishReason() != FinishReason.LENGTH) {
            checked.end();
        }
    }

    /// The titles of the catalogue that a text names beside the allowed ones. Very short names are left out, as they
    /// are everyday words.
    List<String> foreign(String text, List<String> allowed) {
        var words = plain(text);
        var permitted = new HashSet<String>();
        allowed.forEach(item -> permitted.add(name(item)));
        var found = new ArrayList<String>();
        for (var item : catalog.items()) {
            var name = name(item.id());
            boolean named = name.length() >= SHORTEST_TITLE && words.contains(" " + name + " ");
            if (named && permitted.stream().noneMatch(one -> (" " + one + " ").contains(" " + name + " "))) {
                found.add(item.title());
            }
        }
        return found;
    }

    private String name(String item) {
        return plain(catalog.item(item).title().replaceAll("\\([^()]*\\)", "")).strip();
    }

    private static String plain(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
