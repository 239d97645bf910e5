package dev.sommelier.experiments.judging.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.satisfaction.SatisfactionJudge;
import dev.sommelier.judges.satisfaction.Talk;
import dev.sommelier.judges.satisfaction.Talk.Speaker;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SatisfactionStudyTest {
    /// Puts nearly all on the digit that the user says, moved by one; knows no answer to "broken".
    private final LabelScorer scorer = (messages, labels) -> {
        var text = ((UserMessage) messages.getLast()).singleText();
        if (text.contains("broken")) {
            throw new SommelierException("the model gave no answer");
        }
        int said = text.charAt(text.indexOf("User: grade ") + "User: grade ".length()) - '0';
        var logs = IntStream.rangeClosed(1, labels.size())
                .mapToObj(label -> label == Math.min(5, said + 1) ? 0.0 : -50.0)
                .toList();
        return new LabelScores(labels, logs, 0, Usage.NONE);
    };

    private static Talk talk(String name, int score, String words) {
        return new Talk(
                name,
                List.of(
                        new Talk.Line(Speaker.SYSTEM, "Anything else?", List.of()),
                        new Talk.Line(Speaker.USER, words, List.of(score))),
                List.of());
    }

    private SatisfactionReport report(List<Talk> talks, int most) {
        var study = new SatisfactionStudy(talks, 5);
        study.ask(new SatisfactionJudge(scorer, 4), most, Progress.silent());
        return study.report();
    }

    @Test
    void aRightOrderOnAWrongScaleIsToldApartByTheStretchedRow() {
        var talks = new ArrayList<Talk>();
        for (int i = 0; i < 40; i++) {
            int score = 1 + i % 4;
            talks.add(talk("t" + i, score, "grade " + score));
        }

        var report = report(talks, Integer.MAX_VALUE);

        var llm = report.rows().get(0);
        assertThat(llm.spearman().orElseThrow().mean()).isCloseTo(1, within(1e-9));
        assertThat(llm.mae().orElseThrow().mean()).isCloseTo(1, within(1e-9));
        assertThat(llm.auc().orElseThrow().mean()).isEqualTo(1);
        assertThat(report.rows().get(1).mae().orElseThrow().mean()).isLessThan(.01);
        assertThat(report.rows().get(1).kappa().orElseThrow().mean()).isCloseTo(1, within(1e-9));
        assertThat(report.rows().get(2).name()).contains("control");
        assertThat(report.rows().get(2).mae().orElseThrow().mean()).isBetween(.9, 1.2);
        assertThat(report.scores().get(0)).isEqualTo(new SatisfactionReport.Score(1, 10, 0));
        assertThat(report.scores().get(4)).isEqualTo(new SatisfactionReport.Score(5, 0, 10));
    }

    @Test
    void aTurnWithoutAnAnswerIsCountedWithItsCauseAndInNoFigure() {
        var report = report(
                List.of(
                        talk("a", 2, "grade 2"),
                        talk("b", 4, "broken"),
                        talk("c", 4, "grade 4"),
                        talk("d", 1, "grade 1")),
                3);

        assertThat(report.dialogues()).isEqualTo(4);
        assertThat(report.turns()).isEqualTo(3);
        assertThat(report.compared()).isEqualTo(2);
        assertThat(report.failures()).containsEntry("the model gave no answer", 1);
        assertThat(report.rows().getFirst().mae().orElseThrow().n()).isEqualTo(2);
    }
}
