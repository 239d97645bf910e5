package dev.sommelier.judges.satisfaction;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.judges.RatingOutcome;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Segment;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads how satisfied a user is at a line of a dialogue: the expectation over the probabilities of 1 to 5.
///
/// Safe for use by several threads when its scorer is.
///
/// ```java
/// var judge = new SatisfactionJudge(model.labels(), 8);
/// RatingOutcome outcome = judge.judge(talk.turns().getFirst().lines());
/// ```
public final class SatisfactionJudge {
    private static final List<String> LABELS = List.of("1", "2", "3", "4", "5");

    private final LabelScorer scorer;
    private final int shown;
    private final PromptTemplate template = PromptTemplate.load("satisfaction");

    /// @param shown how many lines are shown at most, the last ones; at least 1
    public SatisfactionJudge(LabelScorer scorer, int shown) {
        if (shown < 1) {
            throw new IllegalArgumentException("a judge of satisfaction shows at least 1 line, got " + shown);
        }
        this.scorer = scorer;
        this.shown = shown;
    }

    /// What decides the answers besides the model.
    public String parameters() {
        return "lines=" + shown + ", prompt=" + template.id() + "@" + template.version() + " ("
                + template.hash().substring(0, 12) + ")";
    }

    /// The expected satisfaction at the last line, or why there is none.
    ///
    /// @param lines at least one
    /// @throws ModelFailure if all later lines would fail in the same way
    public RatingOutcome judge(List<Talk.Line> lines) {
        var segments = new ArrayList<Segment>();
        for (var line : lines.subList(Math.max(0, lines.size() - shown), lines.size())) {
            segments.add(new Segment.Trusted(line.speaker() == Talk.Speaker.USER ? "User: " : "System: "));
            segments.add(new Segment.Data(line.text()));
            segments.add(new Segment.Trusted("\n"));
        }
        var rendered = template.render(Map.of("talk", Value.of(segments)));
        List<ChatMessage> messages = List.of(
                SystemMessage.from(rendered.system().text()),
                UserMessage.from(rendered.user().text()));
        try {
            var scores = scorer.score(messages, LABELS);
            double expected = scores.expected(Double::parseDouble);
            return Double.isFinite(expected)
                    ? new RatingOutcome.Predicted(
                            expected, scores.probabilities(), scores.outsideMass(), scores.usage())
                    : new RatingOutcome.Failed("the model gave no label a finite probability", scores.usage());
        } catch (ModelFailure failure) {
            if (failure.kind().endsJob()) {
                throw failure;
            }
            return new RatingOutcome.Failed(failure.kind().word(), Usage.NONE);
        } catch (SommelierException failure) {
            return new RatingOutcome.Failed(String.valueOf(failure.getMessage()), Usage.NONE);
        }
    }
}
