package dev.sommelier.judges.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.Usage;
import dev.sommelier.judges.preference.Preference.Verdict;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerJudgesTest {
    private final List<String> asked = new ArrayList<>();

    /// Prefers the answer that is marked good, wherever it is shown.
    private final LabelScorer scorer = (messages, labels) -> {
        var text = ((UserMessage) messages.getLast()).singleText();
        asked.add(text);
        double first = text.contains("Answer A: good") ? .8 : .3;
        return new LabelScores(labels, List.of(Math.log(first), Math.log(1 - first)), 0, Usage.NONE);
    };

    private static AnswerPair pair(String category, Optional<String> reference, Verdict human) {
        return new AnswerPair("1", category, "Name a bird.", reference, "bad", "good", Optional.of(human));
    }

    private static Verdict verdict(AnswerJudge judge, AnswerPair pair) {
        return ((PreferenceOutcome.Compared) judge.compare(List.of(pair)).getFirst())
                .preference()
                .verdict();
    }

    @Test
    void theModelIsAskedInBothOrdersWithoutThePersonsAnswer() {
        assertThat(verdict(LlmAnswerJudge.plain(scorer), pair("QA", Optional.of("An owl."), Verdict.SECOND)))
                .isEqualTo(Verdict.SECOND);

        assertThat(asked).hasSize(2).noneMatch(text -> text.contains("owl"));
        assertThat(asked.get(0)).contains("Answer A: bad\nAnswer B: good");
        assertThat(asked.get(1)).contains("Answer A: good\nAnswer B: bad");
    }

    @Test
    void thePersonsAnswerStandsInThePromptAndIsNeeded() {
        var judge = LlmAnswerJudge.withReference(scorer);

        assertThat(verdict(judge, pair("QA", Optional.of("An owl."), Verdict.SECOND)))
                .isEqualTo(Verdict.SECOND);
        assertThat(asked).allMatch(text -> text.contains("The person's answer: An owl."));
        assertThat(judge.compare(List.of(pair("QA", Optional.empty(), Verdict.SECOND)))
                        .getFirst())
                .isInstanceOfSatisfying(
                        PreferenceOutcome.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo("no-reference"));
    }

    @Test
    void theNearerAnswerIsPreferredByItsVector() {
        TextEncoder encoder = new TextEncoder() {
            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public float[][] encode(List<String> texts) {
                return texts.stream()
                        .map(text -> switch (text) {
                            case "bad" -> new float[] {0, 1};
                            case "good" -> new float[] {.8f, .6f};
                            default -> new float[] {1, 0};
                        })
                        .toArray(float[][]::new);
            }
        };
        var judge = new EmbeddingAnswerJudge(encoder);

        assertThat(verdict(judge, pair("QA", Optional.of("An owl."), Verdict.SECOND)))
                .isEqualTo(Verdict.SECOND);
        assertThat(judge.compare(List.of(pair("QA", Optional.empty(), Verdict.SECOND)))
                        .getFirst())
                .isInstanceOf(PreferenceOutcome.Failed.class);
    }

    @Test
    void eachCategoryGetsTheMethodThatAgreedBestAndTiesGoToTheFirst() {
        var pairs = List.of(
                pair("QA", Optional.empty(), Verdict.FIRST),
                pair("QA", Optional.empty(), Verdict.FIRST),
                pair("Rewrite", Optional.empty(), Verdict.SECOND),
                pair("Chat", Optional.empty(), Verdict.TIE));
        Map<String, List<PreferenceOutcome>> outcomes = new LinkedHashMap<>();
        outcomes.put("one", List.of(says(.9), says(.9), says(.9), says(.9)));
        outcomes.put("two", List.of(says(.1), says(.1), says(.1), new PreferenceOutcome.Failed("overflow", "")));

        var choice = CategoryChoice.fit(pairs, outcomes);

        assertThat(choice.byCategory()).isEqualTo(Map.of("QA", "one", "Rewrite", "two", "Chat", "one"));
        assertThat(choice.method("unseen")).isEqualTo("one");
        assertThat(choice.apply(pairs, outcomes)).containsExactly(says(.9), says(.9), says(.1), says(.9));
    }

    @Test
    void aChoiceNeedsAPersonsPreferenceAndOneOutcomeAPair() {
        var unknown =
                List.of(new AnswerPair("1", "QA", "Name a bird.", Optional.empty(), "bad", "good", Optional.empty()));

        assertThatThrownBy(() -> CategoryChoice.fit(unknown, Map.of("one", List.of(says(.9)))))
                .hasMessageContaining("no pair of the development set");
        assertThatThrownBy(() -> CategoryChoice.fit(unknown, Map.of("one", List.of())))
                .hasMessageContaining("0 outcomes for 1 pairs");
    }

    private static PreferenceOutcome says(double probability) {
        return new PreferenceOutcome.Compared(new Preference(probability, probability, Usage.NONE));
    }
}
