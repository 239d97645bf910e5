package dev.sommelier.judges.relevance;

import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import java.util.List;

/// The asked grade's probabilities: its expectation, and the log-odds of the highest and the lowest grade.
final class GradeSignal implements SignalSource {
    static final List<String> NAMES = List.of("grade", "grade-top", "grade-bottom");

    private static final double LEAST = 1e-9;

    private final LanguageModel model;
    private final GradeLabels labels;
    private final PairPrompt prompt;

    GradeSignal(JudgeSettings settings, LanguageModel model) {
        this.model = model;
        this.labels = GradeLabels.of(settings.scale());
        this.prompt = new PairPrompt("judge-grade", settings, model.tokens());
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public String facts() {
        return prompt.label();
    }

    @Override
    public List<Reading<Signals>> read(List<RelevancePair> batch) {
        var questions = batch.stream()
                .map(pair -> new LabelScorer.Question(prompt.messages(pair), labels.labels()))
                .toList();
        return Readings.labels(model, questions).stream()
                .map(reading -> reading.then(this::signals))
                .toList();
    }

    private Reading<Signals> signals(LabelScores scores) {
        var probabilities = scores.probabilities();
        return Signals.finite(
                List.of(
                        labels.expected(probabilities),
                        logOdds(probabilities.getLast()),
                        logOdds(probabilities.getFirst())),
                scores.usage());
    }

    private static double logOdds(double probability) {
        return Math.log(Math.max(probability, LEAST) / Math.max(1 - probability, LEAST));
    }
}
