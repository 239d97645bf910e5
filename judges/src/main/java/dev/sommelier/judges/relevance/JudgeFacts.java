package dev.sommelier.judges.relevance;

import dev.sommelier.core.Provenance;
import dev.sommelier.llm.LanguageModel;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/// What every judge has to say of itself.
final class JudgeFacts {
    private JudgeFacts() {}

    static Provenance of(JudgeSettings settings, LanguageModel model) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("method", settings.method());
        facts.put(
                "scale",
                settings.scale().name() + ": "
                        + settings.scale().grades().stream()
                                .map(grade -> grade.value() + " " + grade.meaning())
                                .collect(Collectors.joining("; ")));
        facts.put("truncation", settings.truncation().words());
        facts.put("tokens counted by", model.tokens().method());
        facts.put("judge seed", Long.toString(settings.seed()));
        facts.putAll(model.provenance().facts());
        return new Provenance(facts);
    }
}
