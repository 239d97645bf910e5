package dev.sommelier.judges.relevance;

import dev.sommelier.core.Document;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.Usage;
import dev.sommelier.io.Hashes;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.encode.MiniLmEncoder;
import dev.sommelier.retrieval.Bm25;
import dev.sommelier.retrieval.EmbeddingIndex;
import dev.sommelier.retrieval.TermStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Signals that need no language model. All of them read the passage as the truncation leaves it.
final class TextSignals {
    static final String BM25 = "bm25";
    static final String EMBEDDING = "embedding";
    static final String LENGTH = "length";
    static final String OVERLAP = "overlap";

    private TextSignals() {}

    /// BM25 in the collection of the settings.
    static SignalSource bm25(JudgeSettings settings, LanguageModel model) {
        var prompt = new PairPrompt("judge-query", settings, model.tokens());
        var statistics = TermStatistics.of(settings.collection());
        return of(
                BM25,
                "Lucene's English words, statistics of " + statistics.documents() + " documents ("
                        + fingerprint(settings.collection()) + ")",
                pair -> statistics.bm25(Bm25.DEFAULT, pair.topic().text(), prompt.passage(pair)));
    }

    /// Tells collections apart.
    private static String fingerprint(List<Document> documents) {
        return Hashes.sha256(documents.stream()
                        .map(document -> document.id() + " " + document.text().hashCode())
                        .collect(Collectors.joining("\n")))
                .substring(0, 12);
    }

    /// The cosine of query and passage.
    static SignalSource embedding(JudgeSettings settings, LanguageModel model) {
        return embedding(settings, model, new MiniLmEncoder());
    }

    static SignalSource embedding(JudgeSettings settings, LanguageModel model, TextEncoder encoder) {
        var prompt = new PairPrompt("judge-query", settings, model.tokens());
        return new Texts(EMBEDDING, encoder.name(), batch -> {
            var queries = encoder.encode(
                    batch.stream().map(pair -> pair.topic().text()).toList());
            var passages = encoder.encode(batch.stream().map(prompt::passage).toList());
            var cosines = new ArrayList<Double>();
            for (int i = 0; i < queries.length; i++) {
                cosines.add(EmbeddingIndex.dot(queries[i], passages[i]));
            }
            return cosines;
        });
    }

    /// The logarithm of the whole text's length.
    static SignalSource length(JudgeSettings settings, LanguageModel model) {
        return of(
                LENGTH,
                "log(1 + characters)",
                pair -> Math.log1p(PairPrompt.whole(pair).length()));
    }

    /// The share of the query's different words that the passage has.
    static SignalSource overlap(JudgeSettings settings, LanguageModel model) {
        var prompt = new PairPrompt("judge-query", settings, model.tokens());
        return of(OVERLAP, "lower-case words", pair -> {
            var wanted = Truncation.words(pair.topic().text());
            var found = Truncation.words(prompt.passage(pair));
            found.retainAll(wanted);
            return wanted.isEmpty() ? 0 : (double) found.size() / wanted.size();
        });
    }

    private static SignalSource of(String name, String facts, ToDoubleFunction<RelevancePair> value) {
        return new Texts(
                name,
                facts,
                batch -> batch.stream().map(pair -> value.applyAsDouble(pair)).toList());
    }

    private record Texts(String name, String facts, Function<List<RelevancePair>, List<Double>> values)
            implements SignalSource {
        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public List<Reading<Signals>> read(List<RelevancePair> batch) {
            return values.apply(batch).stream()
                    .map(value -> Signals.finite(List.of(value), Usage.NONE))
                    .toList();
        }
    }
}
