package dev.sommelier.datasets.collection;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The parts of a TREC topic of which a query is made.
public enum TopicField {
    /// The query as a person typed it.
    TITLE,
    /// The need in a sentence.
    DESCRIPTION,
    /// What counts as relevant.
    NARRATIVE;

    /// The topics with a text that is made of some of their parts, in the order given. A topic that lacks one of them
    /// has the others.
    ///
    /// @param fields at least one
    /// @throws SommelierException if no topic has one of the fields, or a topic has none of them
    public static List<Topic> select(List<Topic> topics, List<TopicField> fields) {
        for (var field : fields) {
            if (topics.stream().allMatch(topic -> field.of(topic).isEmpty())) {
                throw new SommelierException("none of the " + topics.size() + " topics has a " + field.word()
                        + "; leave it out of the topics' fields, or give a file that has it");
            }
        }
        return topics.stream().map(topic -> selected(topic, fields)).toList();
    }

    private static Topic selected(Topic topic, List<TopicField> fields) {
        var text = fields.stream()
                .map(field -> field.of(topic))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        if (text.isEmpty()) {
            throw new SommelierException("topic " + topic.id() + " has none of the fields " + words(fields)
                    + "; name more of them, or leave the topic out");
        }
        return new Topic(topic.id(), text, topic.description(), topic.narrative());
    }

    private Optional<String> of(Topic topic) {
        var text =
                switch (this) {
                    case TITLE -> Optional.of(topic.text());
                    case DESCRIPTION -> topic.description();
                    case NARRATIVE -> topic.narrative();
                };
        return text.filter(words -> !words.isBlank());
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The fields in a line, such as `title, narrative`.
    public static String words(List<TopicField> fields) {
        return fields.stream().map(TopicField::word).collect(Collectors.joining(", "));
    }
}
