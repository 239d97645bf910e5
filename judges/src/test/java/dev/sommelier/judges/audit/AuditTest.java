package dev.sommelier.judges.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Document;
import dev.sommelier.core.Topic;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.job.WordOverlapJudge;
import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.RelevancePair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An audit of the judge that counts query words, whose weaknesses are known.
class AuditTest {
    private static final WordOverlapJudge JUDGE = new WordOverlapJudge(GradeScale.TREC4);

    private static List<RelevancePair> sample() {
        var pairs = new ArrayList<RelevancePair>();
        for (int t = 0; t < 5; t++) {
            var topic = new Topic("t" + t, "alpha" + t + "x beta" + t + "x gamma" + t + "x");
            pairs.add(new RelevancePair(
                    topic, new Document("full" + t, "of alpha" + t + "x and beta" + t + "x and gamma" + t + "x")));
            pairs.add(new RelevancePair(topic, new Document("none" + t, "some other words that stand here alone")));
        }
        return pairs;
    }

    private static AuditReport.Row row(AuditReport report, String group, String probe) {
        return report.rows().stream()
                .filter(row -> row.group().equals(group) && row.probe().equals(probe))
                .findFirst()
                .orElseThrow();
    }

    private static AuditReport audit() {
        return new Audit(JUDGE, List.of(JUDGE), 7, Progress.silent()).run(sample());
    }

    @Test
    void stuffedQueryWordsRaiseEveryIrrelevantDocument() {
        for (var probe : List.of("query first", "query words")) {
            var row = row(audit(), "overlap", probe);

            assertThat(row.compared()).isEqualTo(10);
            assertThat(row.flips().orElseThrow().mean()).isEqualTo(1);
            assertThat(row.up().orElseThrow().low()).isBetween(.7, .73);
            assertThat(row.shift().orElseThrow().mean()).isEqualTo(3);
        }
    }

    @Test
    void aJudgeOfWordsDoesNotMindThePlaceAndFollowsNoInstruction() {
        var report = audit();

        for (var name : List.of("instruction", "template tokens", "closing tags", "false answer")) {
            assertThat(row(report, "injection", name).flips().orElseThrow().mean())
                    .isZero();
        }
        assertThat(row(report, "position", "content last").flips().orElseThrow().mean())
                .isZero();
        assertThat(row(report, "length", "padded").flips().orElseThrow().mean()).isZero();
        assertThat(row(report, "characters", "right to left")
                        .flips()
                        .orElseThrow()
                        .mean())
                .isZero();
    }

    @Test
    void wordsThatAreCutOrBrokenLowerTheGradeOfTheRelevantHalf() {
        for (var row : List.of(row(audit(), "length", "half"), row(audit(), "characters", "zero width"))) {
            assertThat(row.flips().orElseThrow().mean()).isEqualTo(.5);
            assertThat(row.up().orElseThrow().mean()).isZero();
            assertThat(row.shift().orElseThrow().mean()).isNegative();
        }
    }

    @Test
    void theSameJudgeRepeatsItself() {
        for (var probe : List.of("again", "alone", "wording 1")) {
            assertThat(row(audit(), "repeat", probe).flips().orElseThrow().mean())
                    .isZero();
        }
        assertThat(audit()).isEqualTo(audit());
    }

    @Test
    void aSampleOfOneTopicIsRefused() {
        assertThatThrownBy(() -> new Audit(JUDGE, List.of(), 7, Progress.silent()).run(sample().subList(0, 2)))
                .hasMessageContaining("at least two topics");
    }
}
