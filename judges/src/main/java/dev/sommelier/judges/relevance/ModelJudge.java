package dev.sommelier.judges.relevance;

import dev.sommelier.llm.LanguageModel;

/// What all judges that ask a language model have in common: their settings, the model, and what follows from both.
abstract class ModelJudge implements RelevanceJudge {
    final JudgeSettings settings;
    final LanguageModel model;

    ModelJudge(JudgeSettings settings, LanguageModel model) {
        this.settings = settings;
        this.model = model;
    }

    @Override
    public final String name() {
        return settings.method();
    }

    @Override
    public final GradeScale scale() {
        return settings.scale();
    }

    @Override
    public final boolean shortens(RelevancePair pair) {
        return settings.truncation().shortens(model.tokens(), PairPrompt.whole(pair));
    }
}
