package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.llm.LanguageModel;
import java.util.List;

/// Asks whether the passage answers the query; the probability of Yes is split evenly over the grades.
final class YesNoJudge extends ModelJudge {
    private final YesNoSignal signal;

    YesNoJudge(JudgeSettings settings, LanguageModel model) {
        super(settings, model);
        this.signal = new YesNoSignal(settings, model);
    }

    @Override
    public Provenance facts() {
        return JudgeFacts.of(settings, model)
                .with("prompt", signal.facts())
                .with("answer", "label probabilities")
                .with("decision rule", "even split of P(Yes) over the grades");
    }

    @Override
    public List<Judgment> judge(List<RelevancePair> batch) {
        return Readings.judgments(batch, signal.read(batch), this::judgment);
    }

    private Judgment judgment(RelevancePair pair, SignalSource.Signals signals) {
        double margin = signals.values().getFirst();
        double yes = 1 / (1 + Math.exp(-margin));
        return Split.evenly(scale(), pair, yes, margin, signals.usage());
    }
}
