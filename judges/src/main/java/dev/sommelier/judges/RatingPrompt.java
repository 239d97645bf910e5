package dev.sommelier.judges;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Segment;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Puts a part of a user's ratings and one item into words. Titles and attribute values are DATA.
///
/// The system message holds every instruction and example and does not change between pairs, so that engines decode it
/// once.
final class RatingPrompt {
    private static final int SHOWN_VALUES = 4;

    private final PromptTemplate template;
    private final Catalog catalog;
    private final StarLabels labels;
    private final HistoryPolicy policy;
    private final List<Segment> examples;

    private RatingPrompt(
            PromptTemplate template, Catalog catalog, StarLabels labels, HistoryPolicy policy, List<Segment> examples) {
        this.template = template;
        this.catalog = catalog;
        this.labels = labels;
        this.policy = policy;
        this.examples = List.copyOf(examples);
    }

    /// Without examples.
    RatingPrompt(String template, Catalog catalog, StarLabels labels, HistoryPolicy policy) {
        this(PromptTemplate.load(template), catalog, labels, policy, List.of());
    }

    /// The same below examples, by another template.
    ///
    /// @param before what stands between an example's history and its item
    /// @param answer how an example's answer is written
    RatingPrompt withExamples(
            String other, List<RatingPair> shown, String before, Function<RatingPair, String> answer) {
        var segments = new ArrayList<Segment>();
        for (var example : shown) {
            segments.addAll(ratings(example.history()));
            segments.add(new Segment.Trusted(before));
            segments.add(new Segment.Data(catalog.item(example.item()).title()));
            segments.addAll(kind(example.item()));
            segments.add(new Segment.Trusted(answer.apply(example) + "\n\n"));
        }
        return new RatingPrompt(PromptTemplate.load(other), catalog, labels, policy, segments);
    }

    /// History policy and template with its hash, for a table.
    String words() {
        return "history=" + policy.words() + ", prompt=" + template.id() + "@" + template.version() + " ("
                + template.hash().substring(0, 12) + ")";
    }

    List<ChatMessage> messages(History history, String item) {
        var values = new HashMap<String, Value>();
        values.put("low", Value.trusted(labels.labels().getFirst()));
        values.put("high", Value.trusted(labels.labels().getLast()));
        values.put("history", Value.of(ratings(history)));
        values.put("title", Value.data(catalog.item(item).title()));
        values.put("kind", Value.of(kind(item)));
        values.put("examples", Value.of(examples));
        values.keySet().retainAll(template.variables());
        var rendered = template.render(values);
        return List.of(
                SystemMessage.from(rendered.system().text()),
                UserMessage.from(rendered.user().text()));
    }

    private List<Segment> ratings(History history) {
        var segments = new ArrayList<Segment>();
        for (var event : policy.shown(history)) {
            segments.add(new Segment.Data(catalog.item(event.item()).title()));
            segments.add(new Segment.Trusted(": " + labels.text(event.rating()) + " stars\n"));
        }
        return segments;
    }

    /// The values of the catalogue's first attribute in brackets, such as ` (Comedy, Drama)`; nothing without values.
    private List<Segment> kind(String item) {
        var values = catalog.attributes().stream()
                .findFirst()
                .map(attribute -> catalog.item(item).values(attribute))
                .orElse(List.of());
        if (values.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Segment.Trusted(" ("),
                new Segment.Data(values.stream().limit(SHOWN_VALUES).collect(Collectors.joining(", "))),
                new Segment.Trusted(")"));
    }
}
