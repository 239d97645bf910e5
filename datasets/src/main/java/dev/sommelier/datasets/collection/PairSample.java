package dev.sommelier.datasets.collection;

import dev.sommelier.datasets.collection.PairFiles.Receiver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;

/// Draws the same number of pairs of every topic. What is drawn of one topic depends on its pairs, their order and the
/// seed, not on other topics. Holds all pairs in memory.
///
/// @param perTopic how many pairs of each topic, at least 1; a topic with fewer gives all
/// @param seed of the drawing
public record PairSample(int perTopic, long seed) {
    public PairSample {
        if (perTopic < 1) {
            throw new IllegalArgumentException("a sample has at least 1 pair a topic, got " + perTopic);
        }
    }

    private record Pair(int position, String topic, String document, OptionalInt human) {}

    /// Reads all pairs and hands the drawn ones over in their first order.
    ///
    /// @param source hands all pairs over
    public void draw(Consumer<Receiver> source, Receiver receiver) {
        var topics = new LinkedHashMap<String, List<Pair>>();
        var all = new ArrayList<Pair>();
        source.accept((topic, document, human) -> {
            var pair = new Pair(all.size(), topic, document, human);
            all.add(pair);
            topics.computeIfAbsent(topic, key -> new ArrayList<>()).add(pair);
        });
        var drawn = new boolean[all.size()];
        topics.forEach((topic, pairs) -> {
            Collections.shuffle(pairs, new Random(seed * 31 + topic.hashCode()));
            pairs.stream().limit(perTopic).forEach(pair -> drawn[pair.position()] = true);
        });
        for (var pair : all) {
            if (drawn[pair.position()]) {
                receiver.pair(pair.topic(), pair.document(), pair.human());
            }
        }
    }
}
