package dev.sommelier.experiments.judging.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Usage;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.preference.AnnotatedPair;
import dev.sommelier.judges.preference.AnswerJudge;
import dev.sommelier.judges.preference.AnswerPair;
import dev.sommelier.judges.preference.Preference;
import dev.sommelier.judges.preference.Preference.Verdict;
import dev.sommelier.judges.preference.PreferenceOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PreferenceStudyTest {
    private static AnnotatedPair pair(int instruction, String category, List<Verdict> annotations) {
        return AnnotatedPair.of(
                new AnswerPair(
                        "p" + instruction, category, "Do " + instruction, Optional.empty(), "a", "b", Optional.empty()),
                annotations);
    }

    private static AnswerJudge judge(String name, Function<AnswerPair, PreferenceOutcome> says) {
        return new AnswerJudge() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String parameters() {
                return "fixed";
            }

            @Override
            public List<PreferenceOutcome> compare(List<AnswerPair> pairs) {
                return pairs.stream().map(says).toList();
            }
        };
    }

    private static PreferenceOutcome says(double inOrder, double swapped) {
        return new PreferenceOutcome.Compared(new Preference(inOrder, swapped, Usage.NONE));
    }

    @Test
    void agreementIsTheShareOfAnnotatorsWithTiesForHalf() {
        var pair = pair(1, "QA", List.of(Verdict.FIRST, Verdict.FIRST, Verdict.SECOND, Verdict.TIE));

        assertThat(pair.pair().human()).contains(Verdict.FIRST);
        assertThat(pair.agreement(Verdict.FIRST)).isEqualTo((1 + 1 + 0 + .5) / 4);
        assertThat(pair.agreement(Verdict.TIE)).isEqualTo((.5 + .5 + .5 + 1) / 4);
        // FF 1, FS 0, FT .5, FS 0, FT .5, ST .5
        assertThat(pair.among().orElseThrow()).isCloseTo(2.5 / 6, within(1e-12));
        assertThat(pair(1, "QA", List.of(Verdict.TIE)).among()).isEmpty();
    }

    @Test
    void aPairThatOneJudgeFailedLeavesTheFiguresOfAllAndOneThatFailsAllHoldsNobodyBack() {
        var study = new PreferenceStudy(
                List.of(pair(1, "QA", List.of(Verdict.FIRST)), pair(2, "QA", List.of(Verdict.SECOND))), 1);
        study.ask(judge("first", pair -> says(.9, .9)), Progress.silent());
        study.ask(
                judge(
                        "shy",
                        pair -> pair.id().equals("p1")
                                ? says(.9, .1)
                                : new PreferenceOutcome.Failed("overflow", "too long")),
                Progress.silent());
        study.ask(judge("dead", pair -> new PreferenceOutcome.Failed("overflow", "too long")), Progress.silent());

        var report = study.report();

        assertThat(report.compared()).isEqualTo(1);
        assertThat(report.rows().get(0).agreement().orElseThrow().mean()).isEqualTo(1);
        assertThat(report.rows().get(1).failed()).isEqualTo(1);
        assertThat(report.rows().get(1).placed().orElseThrow().mean()).isEqualTo(1);
        assertThat(report.rows().get(1).agreement().orElseThrow().mean()).isEqualTo(.5);
        assertThat(report.rows().get(2).agreement()).isEmpty();
        assertThat(report.rows().get(2).failures()).containsEntry("overflow", 2);
        assertThatThrownBy(() -> study.ask(judge("dead", pair -> says(1, 1)), Progress.silent()))
                .hasMessageContaining("asked before");
    }

    @Test
    void theMethodOfACategoryIsChosenOnOtherInstructions() {
        var pairs = new ArrayList<AnnotatedPair>();
        for (int i = 0; i < 20; i++) {
            pairs.add(pair(i, i % 2 == 0 ? "QA" : "Rewrite", List.of(i % 2 == 0 ? Verdict.FIRST : Verdict.SECOND)));
        }
        var study = new PreferenceStudy(pairs, 3);
        study.ask(judge("first", pair -> says(.9, .9)), Progress.silent());
        study.ask(judge("second", pair -> says(.1, .1)), Progress.silent());

        var report = study.report();

        assertThat(report.rows())
                .extracting(PreferenceReport.Row::method)
                .containsExactly("first", "second", PreferenceStudy.CHOSEN);
        assertThat(report.rows().get(0).agreement().orElseThrow().mean()).isEqualTo(.5);
        assertThat(report.rows().get(2).agreement().orElseThrow().mean()).isEqualTo(1);
        assertThat(report.rows().get(2).kappa().orElseThrow().mean()).isCloseTo(1, within(1e-12));
        assertThat(report.categories())
                .extracting(PreferenceReport.Category::chosen)
                .containsExactly("first", "second");
    }
}
