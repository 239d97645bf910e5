package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.SystemMessage;
import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FewShotJudgeTest {
    private static final String SHOWN = "the barn owl hunts mice in open fields when the evening comes";

    private final FakeModel model = new FakeModel();

    private static FewShot pool(String topic) {
        var examples = new ArrayList<FewShot.Example>();
        for (int grade = 0; grade < 4; grade++) {
            for (int i = 0; i < 3; i++) {
                examples.add(new FewShot.Example(
                        new RelevancePair(
                                new Topic(topic, "query of " + topic),
                                new Document("g" + grade + "-" + i, SHOWN + " text " + grade + i)),
                        grade));
            }
        }
        return new FewShot(examples, 1, Set.of("judged"));
    }

    private RelevanceJudge open(long seed) {
        return RelevanceMethods.open(JudgeSettings.of("few-shot").withSeed(seed).withFewShot(pool("example")), model);
    }

    private static RelevancePair pair(String query, String text) {
        return new RelevancePair(new Topic("judged", query), new Document("d", text));
    }

    @Test
    void oneExampleOfEachGradeStandsInTheSharedPartOfThePrompt() {
        open(1).judge(List.of(pair("cats", "a text on cats")));

        var system = ((SystemMessage) model.asked.getFirst().getFirst()).text();
        for (int grade = 0; grade < 4; grade++) {
            assertThat(system).containsOnlyOnce("\nGrade: " + grade);
        }
        assertThat(system).contains("Query: query of example");
    }

    @Test
    void theSeedDrawsTheExamplesAndTheFactsTellThemApart() {
        assertThat(open(1).facts()).isEqualTo(open(1).facts());
        assertThat(open(1).facts().facts().get("examples"))
                .isNotEqualTo(open(2).facts().facts().get("examples"));
    }

    @Test
    void aNearDuplicateOfAnExampleIsRefusedAndTheOthersAreJudged() {
        var judgments = open(1).judge(List.of(
                pair("cats", SHOWN + " and at night"),
                pair("Query of example ", "another text"),
                pair("cats", "a text on cats")));

        for (var leak : judgments.subList(0, 2)) {
            assertThat(leak)
                    .isInstanceOfSatisfying(
                            Judgment.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo("leak"));
        }
        assertThat(judgments.get(2)).isInstanceOf(Judgment.Graded.class);
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void examplesOfAJudgedTopicAreRefusedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> pool("judged")).hasMessageContaining("topic judged is judged and gives examples too");
    }

    @Test
    void withoutExamplesTheMethodIsRefused() {
        assertThatThrownBy(() -> RelevanceMethods.open(JudgeSettings.of("few-shot"), model))
                .hasMessageContaining("--examples FILE");
    }
}
