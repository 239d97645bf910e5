package dev.sommelier.judges.relevance;

import dev.sommelier.core.Document;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.TextScorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How likely the query is without a passage: the mean log-likelihood of its tokens when the passage is empty. One
/// number
/// for a topic, and one call. Beside the likelihood with the passage it tells a query that is odd from a passage that
/// does not answer it.
///
/// Safe for use by several threads when the model is.
final class QueryPriorSignal implements SignalSource {
    static final String NAME = "query-prior";

    private final LanguageModel model;
    private final PairPrompt prompt;
    private final Map<String, Double> known = new LinkedHashMap<>();

    QueryPriorSignal(JudgeSettings settings, LanguageModel model) {
        this.model = model;
        this.prompt = new PairPrompt("judge-query", settings, model.tokens());
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public String facts() {
        return prompt.label() + ", empty passage";
    }

    @Override
    public List<Reading<Signals>> read(List<RelevancePair> batch) {
        var readings = new ArrayList<Reading<Signals>>();
        for (var pair : batch) {
            var query = pair.topic().text().strip();
            var before = before(query);
            readings.add(
                    before.isPresent()
                            ? Signals.finite(List.of(before.get()), Usage.NONE)
                            : asked(
                                    new RelevancePair(
                                            pair.topic(),
                                            new Document(pair.document().id(), Optional.empty(), "")),
                                    query));
        }
        return readings;
    }

    private Reading<Signals> asked(RelevancePair empty, String query) {
        var question = new TextScorer.Question(prompt.messages(empty), query);
        return Readings.texts(model, List.of(question)).getFirst().then(score -> {
            synchronized (known) {
                known.put(query, score.mean());
            }
            return Signals.finite(List.of(score.mean()), score.usage());
        });
    }

    private Optional<Double> before(String query) {
        synchronized (known) {
            return Optional.ofNullable(known.get(query));
        }
    }
}
