package dev.sommelier.judges.relevance;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.llm.Tokens;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts a pair into words: the template, with the query and the passage as data, cut by the truncation.
final class PairPrompt {
    private static final String EMPTY = "(empty)";

    private final PromptTemplate template;
    private final GradeScale scale;
    private final Truncation truncation;
    private final Tokens tokens;

    PairPrompt(String template, JudgeSettings settings, Tokens tokens) {
        this.template = PromptTemplate.load(settings.wording() == 0 ? template : template + "-p" + settings.wording());
        this.scale = settings.scale();
        this.truncation = settings.truncation();
        this.tokens = tokens;
    }

    /// Name, version and hash of the template.
    String label() {
        return template.id() + "@" + template.version() + " (" + template.hash().substring(0, 12) + ")";
    }

    List<ChatMessage> messages(RelevancePair pair) {
        return messages(pair, Map.of());
    }

    /// @param more values of variables other than the pair's own
    List<ChatMessage> messages(RelevancePair pair, Map<String, Value> more) {
        var values = new HashMap<String, Value>(more);
        values.put("query", Value.data(pair.topic().text()));
        values.put("passage", Value.data(passage(pair)));
        values.put("grades", Value.trusted(GradeLabels.of(scale).text()));
        values.keySet().retainAll(template.variables());
        var rendered = template.render(values);
        var messages = new ArrayList<ChatMessage>();
        if (!rendered.system().text().isEmpty()) {
            messages.add(SystemMessage.from(rendered.system().text()));
        }
        messages.add(UserMessage.from(rendered.user().text()));
        return messages;
    }

    /// What the judge reads of a pair's document, with its title before it.
    String passage(RelevancePair pair) {
        var text = whole(pair);
        var cut = truncation.cut(tokens, pair.topic().text(), text).text();
        return cut.isBlank() ? EMPTY : cut;
    }

    static String whole(RelevancePair pair) {
        var document = pair.document();
        return document.title().map(title -> title + "\n" + document.text()).orElse(document.text());
    }
}
