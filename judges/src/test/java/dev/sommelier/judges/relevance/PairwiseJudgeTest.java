package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Topic;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairwiseJudgeTest {
    private final FakeModel model = new FakeModel();

    private List<Judgment> judge(RelevancePair... batch) {
        return RelevanceMethods.open(JudgeSettings.of("pairwise"), model).judge(List.of(batch));
    }

    private static RelevancePair pair(String topic, String id, String text) {
        return new RelevancePair(new Topic(topic, "which words fit"), new Document(id, text));
    }

    @Test
    void theBetterDocumentWinsEveryMeetingAndTheOthersLoseTheirs() {
        // The apt document is preferred wherever it is shown; two others tie by always preferring A.
        model.probabilities =
                message -> message.indexOf("apt") < 0 || message.indexOf("apt") < message.indexOf("Passage B")
                        ? List.of(.9, .1)
                        : List.of(.2, .8);

        var judgments = judge(pair("t", "a", "apt"), pair("t", "b", "bland"), pair("t", "c", "cold"));

        assertThat(labels(judgments)).containsExactly(3, 1, 1);
        assertThat(((Judgment.Graded) judgments.getFirst()).score()).isCloseTo(.85, offset(1e-12));
        assertThat(judgments.stream()
                        .mapToInt(judgment -> judgment.usage().calls())
                        .sum())
                .isEqualTo(6)
                .isEqualTo(model.asked.size());
    }

    @Test
    void aLoneDocumentOfATopicIsFailedForWantOfAnOpponent() {
        var judgments = judge(pair("t", "a", "one"), pair("u", "b", "two"), pair("t", "c", "three"));

        assertThat(judgments.get(1))
                .isInstanceOfSatisfying(
                        Judgment.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo("no-opponent"));
        assertThat(judgments.get(0)).isInstanceOf(Judgment.Graded.class);
    }

    @Test
    void everyDocumentOfALargerTopicMeetsFourOthers() {
        var batch = IntStream.range(0, 7)
                .mapToObj(i -> pair("t", "d" + i, "text " + i))
                .toArray(RelevancePair[]::new);

        judge(batch);

        assertThat(model.asked).hasSize(7 * 2 * 2).doesNotHaveDuplicates();
    }

    @Test
    void anOverflowingMeetingFailsBothOfItsDocumentsOnly() {
        var judgments = judge(
                pair("t", "a", "TOO LONG"), pair("t", "b", "bland"), pair("u", "c", "cold"), pair("u", "d", "dry"));

        assertThat(judgments.get(0)).isInstanceOf(Judgment.Failed.class);
        assertThat(judgments.get(1)).isInstanceOf(Judgment.Failed.class);
        assertThat(judgments.get(2)).isInstanceOf(Judgment.Graded.class);
    }

    private static List<Integer> labels(List<Judgment> judgments) {
        return judgments.stream()
                .map(judgment -> ((Judgment.Graded) judgment).label())
                .toList();
    }
}
