package dev.sommelier.judges.relevance;

import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import java.util.List;

/// The log of the odds of Yes against No.
final class YesNoSignal implements SignalSource {
    static final String NAME = "yes-no";
    static final List<String> LABELS = List.of("Yes", "No");

    private final LanguageModel model;
    private final PairPrompt prompt;

    YesNoSignal(JudgeSettings settings, LanguageModel model) {
        this.model = model;
        this.prompt = new PairPrompt("judge-yes-no", settings, model.tokens());
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
                .map(pair -> new LabelScorer.Question(prompt.messages(pair), LABELS))
                .toList();
        return Readings.labels(model, questions).stream()
                .map(reading -> reading.then(scores -> Signals.finite(List.of(margin(scores)), scores.usage())))
                .toList();
    }

    /// @param scores of [#LABELS]
    static double margin(LabelScores scores) {
        return scores.logProbabilities().get(0) - scores.logProbabilities().get(1);
    }
}
