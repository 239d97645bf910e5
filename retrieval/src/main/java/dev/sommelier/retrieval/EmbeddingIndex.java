package dev.sommelier.retrieval;

import dev.sommelier.core.Document;
import dev.sommelier.core.Run;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.Topic;
import dev.sommelier.core.TopicRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Documents by their vectors, compared one by one: exact, for collections of up to some hundred thousand.
///
/// Immutable.
public final class EmbeddingIndex {
    private final List<String> documents;
    private final float[][] vectors;
    private final TextEncoder encoder;

    private EmbeddingIndex(List<String> documents, float[][] vectors, TextEncoder encoder) {
        this.documents = List.copyOf(documents);
        this.vectors = vectors;
        this.encoder = encoder;
    }

    /// Encodes documents, title and text together; a document without any word is left out.
    public static EmbeddingIndex of(List<Document> documents, TextEncoder encoder) {
        var kept =
                documents.stream().filter(document -> !text(document).isBlank()).toList();
        return new EmbeddingIndex(
                kept.stream().map(Document::id).toList(),
                encoder.encode(kept.stream().map(EmbeddingIndex::text).toList()),
                encoder);
    }

    /// The most similar documents of every topic; equal ones in the order in which they were given.
    ///
    /// @param depth the most documents a topic, at least 1
    public Run run(String name, List<Topic> topics, int depth) {
        var queries = encoder.encode(topics.stream().map(Topic::text).toList());
        var results = new ArrayList<TopicRun>();
        for (int t = 0; t < queries.length; t++) {
            var hits = new ArrayList<Hit>();
            for (int d = 0; d < vectors.length; d++) {
                hits.add(new Hit(documents.get(d), dot(queries[t], vectors[d])));
            }
            hits.sort(Comparator.comparingDouble(Hit::score).reversed());
            Hit.run(topics.get(t).id(), hits.subList(0, Math.min(depth, hits.size())))
                    .ifPresent(results::add);
        }
        return new Run(name, results);
    }

    /// The dot product, which is the cosine of vectors of length 1.
    public static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static String text(Document document) {
        return document.title().map(title -> title + "\n" + document.text()).orElse(document.text());
    }
}
