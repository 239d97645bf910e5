package dev.sommelier.judges.relevance;

import dev.sommelier.core.Provenance;
import dev.sommelier.llm.LanguageModel;
import java.util.LinkedHashMap;

/// What every judge has to say of itself.
final class JudgeFacts {
    private JudgeFacts() {}

    static Provenance of(JudgeSettings settings, LanguageModel model) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("method", settings.method());
        facts.put("scale", settings.scale().words());
        facts.put("truncation", settings.truncation().words());
        facts.put("tokens counted by", model.tokens().method());
        facts.put("judge seed", Long.toString(settings.seed()));
        facts.putAll(model.provenance().facts());
        return new Provenance(facts);
    }
}
