package dev.sommelier.judges.preference;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks a language model which answer is better, in both orders, with or without the person's answer in the prompt.
public final class LlmAnswerJudge implements AnswerJudge {
    private final String name;
    private final LabelScorer scorer;
    private final PromptTemplate template;
    private final boolean reference;

    private LlmAnswerJudge(String name, LabelScorer scorer, String template, boolean reference) {
        this.name = name;
        this.scorer = scorer;
        this.template = PromptTemplate.load(template);
        this.reference = reference;
    }

    /// Without the person's answer.
    public static LlmAnswerJudge plain(LabelScorer scorer) {
        return new LlmAnswerJudge("llm", scorer, "prefer-answer", false);
    }

    /// With the person's answer in the prompt; a pair without one is failed.
    public static LlmAnswerJudge withReference(LabelScorer scorer) {
        return new LlmAnswerJudge("llm-reference", scorer, "prefer-answer-reference", true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String parameters() {
        return "prompt=" + template.id() + "@" + template.version() + " ("
                + template.hash().substring(0, 12) + "), both orders";
    }

    @Override
    public List<PreferenceOutcome> compare(List<AnswerPair> pairs) {
        return pairs.stream().map(this::compare).toList();
    }

    private PreferenceOutcome compare(AnswerPair pair) {
        if (reference && pair.reference().isEmpty()) {
            return new PreferenceOutcome.Failed("no-reference", "the pair has no answer of a person");
        }
        try {
            var inOrder = scorer.score(messages(pair, pair.first(), pair.second()), Preference.LABELS);
            var swapped = scorer.score(messages(pair, pair.second(), pair.first()), Preference.LABELS);
            return new PreferenceOutcome.Compared(Preference.of(inOrder, swapped));
        } catch (ModelFailure failure) {
            if (failure.kind().endsJob()) {
                throw failure;
            }
            return new PreferenceOutcome.Failed(failure.kind().word(), String.valueOf(failure.getMessage()));
        } catch (SommelierException | IllegalArgumentException failure) {
            return new PreferenceOutcome.Failed("engine", String.valueOf(failure.getMessage()));
        }
    }

    private List<ChatMessage> messages(AnswerPair pair, String first, String second) {
        Map<String, Value> values = new HashMap<>();
        values.put("instruction", Value.data(pair.instruction()));
        values.put("first", Value.data(shown(first)));
        values.put("second", Value.data(shown(second)));
        if (reference) {
            values.put("reference", Value.data(shown(pair.reference().orElse(""))));
        }
        var rendered = template.render(values);
        return List.of(
                SystemMessage.from(rendered.system().text()),
                UserMessage.from(rendered.user().text()));
    }

    private static String shown(String answer) {
        return answer.isBlank() ? "(empty)" : answer;
    }
}
