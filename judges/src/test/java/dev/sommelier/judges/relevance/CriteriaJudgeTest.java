package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaJudgeTest {
    private final FakeModel model = new FakeModel();
    private final RelevanceJudge judge = RelevanceMethods.open(JudgeSettings.of("criteria"), model);

    private static RelevancePair pair(String text) {
        return new RelevancePair(new Topic("t", "owls at night"), new Document("d" + text.length(), text));
    }

    @Test
    void fourSidesAreGradedAndShownBeforeTheGradeIsAsked() {
        var judgment = (Judgment.Graded) judge.judge(List.of(pair("owls"))).getFirst();

        assertThat(model.asked).hasSize(5);
        assertThat(model.asked.stream().limit(4).map(messages -> ((SystemMessage) messages.getFirst()).text()))
                .satisfiesExactly(
                        text -> assertThat(text).contains("its exactness,"),
                        text -> assertThat(text).contains("its topicality,"),
                        text -> assertThat(text).contains("its coverage,"),
                        text -> assertThat(text).contains("its contextual fit,"));
        assertThat(((UserMessage) model.asked.get(4).getLast()).singleText())
                .contains("exactness: 2.0 of 3")
                .contains("contextual fit: 2.0 of 3");
        assertThat(judgment.label()).isEqualTo(3);
        assertThat(judgment.score()).isCloseTo(2.0, offset(1e-12));
        assertThat(judgment.usage().calls()).isEqualTo(5);
    }

    @Test
    void aPairWithoutOneOfItsSidesIsFailedAndTheOthersKeepTheirOwnVerdict() {
        model.probabilities = message -> message.contains("apt") ? List.of(.1, .2, .3, .4) : List.of(.7, .1, .1, .1);

        var judgments = judge.judge(List.of(pair("TOO LONG"), pair("apt"), pair("other")));

        assertThat(judgments.get(0))
                .isInstanceOfSatisfying(
                        Judgment.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo("overflow"));
        assertThat(((Judgment.Graded) judgments.get(1)).label()).isEqualTo(3);
        assertThat(((Judgment.Graded) judgments.get(2)).label()).isEqualTo(0);
    }
}
