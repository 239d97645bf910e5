package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LanguageModel;
import java.util.List;

/// Asks for the grade and reads the probability of each.
final class GradeJudge extends ModelJudge {
    private final GradeLabels labels;
    private final PairPrompt prompt;

    GradeJudge(JudgeSettings settings, LanguageModel model, String template) {
        super(settings, model);
        this.labels = GradeLabels.of(settings.scale());
        this.prompt = new PairPrompt(template, settings, model.tokens());
    }

    @Override
    public Provenance facts() {
        return JudgeFacts.of(settings, model)
                .with("prompt", prompt.label())
                .with("answer", "label probabilities")
                .with("decision rule", labels.rule());
    }

    @Override
    public List<Judgment> judge(List<RelevancePair> batch) {
        var questions = batch.stream()
                .map(pair -> new LabelScorer.Question(prompt.messages(pair), labels.labels()))
                .toList();
        return labels.judgments(batch, Readings.labels(model, questions));
    }
}
