package dev.sommelier.retrieval;

import dev.sommelier.core.Document;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;

/// How often words occur in a collection, to score single pairs by BM25 without an index.
///
/// Safe for use by several threads.
public final class TermStatistics {
    private final Analyzer analyzer = Words.analyzer();
    private final Map<String, Integer> frequencies = new HashMap<>();
    private final int documents;
    private final double averageLength;

    private TermStatistics(List<Document> collection) {
        long length = 0;
        for (var document : collection) {
            var words = Words.of(analyzer, document.title().orElse("") + "\n" + document.text());
            length += words.size();
            new HashSet<>(words).forEach(word -> frequencies.merge(word, 1, Integer::sum));
        }
        this.documents = collection.size();
        this.averageLength = collection.isEmpty() ? 1 : Math.max(1, (double) length / collection.size());
    }

    /// Counts the words of a collection.
    public static TermStatistics of(List<Document> collection) {
        return new TermStatistics(collection);
    }

    /// The number of documents counted.
    public int documents() {
        return documents;
    }

    /// A text's score for a query; 0 without common words.
    ///
    /// @param weights k1 and b; field weights have no effect
    public double bm25(Bm25 weights, String query, String text) {
        var words = Words.of(analyzer, text);
        var counts = new HashMap<String, Integer>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        double norm = weights.k1() * (1 - weights.b() + weights.b() * words.size() / averageLength);
        double sum = 0;
        for (var word : Words.of(analyzer, query)) {
            int count = counts.getOrDefault(word, 0);
            int frequency = Math.min(documents, frequencies.getOrDefault(word, 0));
            double rarity = Math.log(1 + (documents - frequency + .5) / (frequency + .5));
            sum += count == 0 ? 0 : rarity * count / (count + norm);
        }
        return sum;
    }
}
