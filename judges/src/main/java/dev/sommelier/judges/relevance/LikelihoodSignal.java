package dev.sommelier.judges.relevance;

import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.TextScorer;
import java.util.List;

/// The mean log-likelihood of the query's tokens as what the model would write when shown the passage and asked for a
/// query that it answers.
final class LikelihoodSignal implements SignalSource {
    static final String NAME = "query-likelihood";

    private final LanguageModel model;
    private final PairPrompt prompt;

    LikelihoodSignal(JudgeSettings settings, LanguageModel model) {
        this.model = model;
        this.prompt = new PairPrompt("judge-query", settings, model.tokens());
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public String facts() {
        return prompt.label();
    }

    @Override
    public List<Reading<Signals>> read(List<RelevancePair> batch) {
        var questions = batch.stream()
                .map(pair -> new TextScorer.Question(
                        prompt.messages(pair), pair.topic().text().strip()))
                .toList();
        return Readings.texts(model, questions).stream()
                .map(reading -> reading.then(score -> Signals.finite(List.of(score.mean()), score.usage())))
                .toList();
    }
}
