package dev.sommelier.agent.conversation;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sommelier.core.Catalog;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lets a larger model say a recommendation in its own words, within the facts. A reply that names any other title of
/// the catalogue is thrown away.
public final class ModelTalk {
    private static final int REPLY_TOKENS = 120;
    private static final int SHORTEST_TITLE = 6;

    private final ChatModel model;
    private final PromptTemplate template = PromptTemplate.load("chat-talk");
    private final Catalog catalog;

    public ModelTalk(ChatModel model, Catalog catalog) {
        this.model = model;
        this.catalog = catalog;
    }

    /// The recommendation in the model's words, or empty where it has none that keep to the facts.
    ///
    /// @param liked items that the facts may name too
    public Optional<String> say(Reply reply, List<String> liked) {
        if (reply.items().isEmpty()) {
            return Optional.empty();
        }
        var facts = reply.items().stream()
                .map(shown -> shown.title() + ": " + shown.reason())
                .collect(Collectors.joining("\n"));
        var prompt = template.render(Map.of("facts", Value.data(facts)));
        var response = model.chat(ChatRequest.builder()
                .messages(
                        SystemMessage.from(prompt.system().text()),
                        UserMessage.from(prompt.user().text()))
                .temperature(0.0)
                .maxOutputTokens(REPLY_TOKENS)
                .build());
        var text = response.aiMessage().text();
        var allowed = new ArrayList<>(liked);
        reply.items().forEach(shown -> allowed.add(shown.item()));
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(words -> !words.isEmpty() && foreign(words, allowed).isEmpty());
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
