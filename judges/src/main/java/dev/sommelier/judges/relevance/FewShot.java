package dev.sommelier.judges.relevance;

import dev.sommelier.core.SommelierException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Judged pairs to show as examples, from topics that are not judged themselves.
///
/// @param pool judged pairs to draw from
/// @param perGrade how many examples of each grade are shown, at least 1
/// @param judgedTopics identifiers of all topics that will be judged
public record FewShot(List<Example> pool, int perGrade, Set<String> judgedTopics) {
    /// Texts that share this part of their words' triples (Jaccard) count as one text.
    public static final double NEAR_DUPLICATE = 0.5;

    private static final int SHINGLE = 3;

    /// One judged pair.
    ///
    /// @param label its grade, on the judge's scale
    public record Example(RelevancePair pair, int label) {}

    public FewShot {
        pool = List.copyOf(pool);
        judgedTopics = Set.copyOf(judgedTopics);
        if (perGrade < 1) {
            throw new IllegalArgumentException("few-shot needs at least 1 example a grade, got " + perGrade);
        }
        for (var example : pool) {
            if (judgedTopics.contains(example.pair().topic().id())) {
                throw new SommelierException(
                        "few-shot: topic " + example.pair().topic().id()
                                + " is judged and gives examples too, so its labels would leak; give examples of other topics.");
            }
        }
    }

    /// Draws the examples: of each grade the same number, then all in one drawn order.
    ///
    /// @throws SommelierException if a grade has too few examples
    List<Example> draw(GradeScale scale, long seed) {
        var random = new Random(seed);
        var drawn = new ArrayList<Example>();
        for (int grade : scale.values()) {
            var ofGrade = new ArrayList<>(
                    pool.stream().filter(example -> example.label() == grade).toList());
            if (ofGrade.size() < perGrade) {
                throw new SommelierException("few-shot: " + perGrade + " examples of grade " + grade
                        + " are wanted and " + ofGrade.size() + " are there; give more examples or ask for fewer.");
            }
            Collections.shuffle(ofGrade, random);
            drawn.addAll(ofGrade.subList(0, perGrade));
        }
        Collections.shuffle(drawn, random);
        return List.copyOf(drawn);
    }

    /// The example that a pair to be judged repeats, by its query or a near-duplicate of its text; empty if none.
    static List<Example> leaks(List<Example> shown, RelevancePair pair, Map<String, Set<String>> cache) {
        var leaks = new ArrayList<Example>();
        var words = shingles(pair.document().text(), cache);
        for (var example : shown) {
            boolean sameQuery = example.pair()
                    .topic()
                    .text()
                    .strip()
                    .equalsIgnoreCase(pair.topic().text().strip());
            if (sameQuery || jaccard(words, shingles(example.pair().document().text(), cache)) >= NEAR_DUPLICATE) {
                leaks.add(example);
            }
        }
        return leaks;
    }

    /// A cache for [#leaks], to be used for one batch.
    static Map<String, Set<String>> cache() {
        return new HashMap<>();
    }

    private static Set<String> shingles(String text, Map<String, Set<String>> cache) {
        return cache.computeIfAbsent(text, FewShot::shingles);
    }

    private static Set<String> shingles(String text) {
        var words = text.toLowerCase(java.util.Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+", -1);
        var shingles = new HashSet<String>();
        for (int i = 0; i + SHINGLE <= words.length; i++) {
            shingles.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
        }
        return shingles;
    }

    private static double jaccard(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        long common = a.stream().filter(b::contains).count();
        return (double) common / (a.size() + b.size() - common);
    }
}
