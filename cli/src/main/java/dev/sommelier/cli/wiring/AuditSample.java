package dev.sommelier.cli.wiring;

import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.judges.job.PlanInputs;
import dev.sommelier.judges.relevance.RelevancePair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Draws pairs with their texts, the topics in turn.
final class AuditSample {
    private AuditSample() {}

    private record Named(String topic, String document) {}

    /// At most `size` pairs, as evenly over the topics as these allow; the same for the same inputs and seed.
    ///
    /// @throws SommelierException if a text is missing, or a document has two
    static List<RelevancePair> draw(PlanInputs inputs, int size, long seed) {
        var byTopic = new TreeMap<String, List<Named>>();
        inputs.pairs()
                .accept((topic, document, human) ->
                        byTopic.computeIfAbsent(topic, id -> new ArrayList<>()).add(new Named(topic, document)));
        var random = new Random(seed);
        byTopic.values().forEach(pairs -> Collections.shuffle(pairs, random));
        var drawn = new ArrayList<Named>();
        for (int round = 0; drawn.size() < size; round++) {
            int before = drawn.size();
            for (var pairs : byTopic.values()) {
                if (round < pairs.size() && drawn.size() < size) {
                    drawn.add(pairs.get(round));
                }
            }
            if (drawn.size() == before) {
                break;
            }
        }
        return withTexts(drawn, inputs);
    }

    private static List<RelevancePair> withTexts(List<Named> drawn, PlanInputs inputs) {
        Map<String, Topic> topics = new HashMap<>();
        inputs.topics().forEach(topic -> topics.put(topic.id(), topic));
        var wanted = new HashSet<String>();
        drawn.forEach(pair -> wanted.add(pair.document()));
        Map<String, Document> documents = new HashMap<>();
        inputs.documents().accept((document, place) -> {
            if (wanted.contains(document.id())
                    && !documents.computeIfAbsent(document.id(), id -> document).equals(document)) {
                throw PlanInputs.DocumentReceiver.secondText(document, place);
            }
        });
        var pairs = new ArrayList<RelevancePair>();
        for (var pair : drawn) {
            var topic = topics.get(pair.topic());
            var document = documents.get(pair.document());
            if (topic == null || document == null) {
                throw new SommelierException(
                        "the text of " + (topic == null ? "topic " + pair.topic() : "document " + pair.document())
                                + " is in none of the files; give every file of the collection.");
            }
            pairs.add(new RelevancePair(topic, document));
        }
        return List.copyOf(pairs);
    }
}
