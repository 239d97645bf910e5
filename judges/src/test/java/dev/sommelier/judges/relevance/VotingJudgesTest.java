package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Topic;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Self-consistency and ensembles.
class VotingJudgesTest {
    private final FakeModel model = new FakeModel();

    private static RelevancePair pair(String text) {
        return new RelevancePair(new Topic("t", "owls"), new Document("d", text));
    }

    private Judgment.Graded graded(JudgeSettings settings) {
        return (Judgment.Graded) RelevanceMethods.open(settings, model)
                .judge(List.of(pair("text")))
                .getFirst();
    }

    @Test
    void selfConsistencySumsTheWordingsAndOneSureWordingOutweighsTwoUnsure() {
        model.probabilities =
                message -> model.asked.size() == 1 ? List.of(1.0, 0.0, 0.0, 0.0) : List.of(0.3, 0.0, 0.3, 0.4);

        var judgment = graded(JudgeSettings.of("self-consistency"));

        assertThat(model.asked).hasSize(3).doesNotHaveDuplicates();
        assertThat(judgment.label()).isZero();
        assertThat(judgment.probabilities().getFirst()).isCloseTo(1.6 / 3, offset(1e-12));
        assertThat(judgment.usage().calls()).isEqualTo(3);
    }

    @Test
    void theSeedDrawsTheWordings() {
        var prompts = LongStream.range(0, 8)
                .mapToObj(seed -> RelevanceMethods.open(
                                JudgeSettings.of("self-consistency").withSeed(seed), model)
                        .facts()
                        .facts()
                        .getOrDefault("prompt", ""))
                .distinct()
                .toList();

        assertThat(prompts).hasSizeGreaterThan(3).allMatch(prompt -> prompt.split(", ").length == 3);
    }

    @Test
    void theMajorityOfTheMembersWins() {
        // grade and umbrela say 1, yes-no says No with certainty: grade 0.
        model.probabilities =
                message -> message.contains("answer the query?") ? List.of(.1, .9) : List.of(.1, .7, .1, .1);

        var judgment = graded(JudgeSettings.of("ensemble"));

        assertThat(judgment.label()).isEqualTo(1);
        assertThat(judgment.score()).isCloseTo(2.0 / 3, offset(1e-12));
        assertThat(judgment.probabilities().get(1)).isCloseTo(2.0 / 3, offset(1e-12));
    }

    @Test
    void equallyManyVotesGoToTheLowerOfEquallyNearGrades() {
        model.probabilities =
                message -> message.contains("answer the query?") ? List.of(.1, .9) : List.of(.1, .1, .1, .7);

        assertThat(graded(JudgeSettings.of("ensemble").withMembers(List.of("grade", "yes-no")))
                        .label())
                .isZero();
    }

    @Test
    void aPairThatOneMemberCannotJudgeIsFailedInItsName() {
        var judgment = RelevanceMethods.open(JudgeSettings.of("ensemble"), model)
                .judge(List.of(pair("TOO LONG")))
                .getFirst();

        assertThat(judgment)
                .isInstanceOfSatisfying(
                        Judgment.Failed.class,
                        failed -> assertThat(failed.cause()).startsWith("grade: "));
    }

    @Test
    void aBatchIsJudgedAsOneIfAMemberComparesItsPairs() {
        for (var members : List.of(List.of("grade", "pairwise"), List.of("grade", "yes-no"))) {
            var judge = RelevanceMethods.open(JudgeSettings.of("ensemble").withMembers(members), model);
            assertThat(judge.together()).isEqualTo(members.contains("pairwise"));
        }
    }

    @Test
    void membersAreTwoDifferentMethodsAtLeast() {
        for (var members : List.of(List.of("grade"), List.of("grade", "grade"), List.of("grade", "ensemble"))) {
            assertThatThrownBy(() ->
                            RelevanceMethods.open(JudgeSettings.of("ensemble").withMembers(members), model))
                    .hasMessageContaining("at least two different methods");
        }
    }

    @Test
    void anotherWordingAsksInOtherWordsAndTooHighANumberIsRefused() {
        for (var method : List.of("grade", "umbrela", "yes-no", "query-likelihood")) {
            var facts = List.of(0, 1, 2).stream()
                    .map(wording -> RelevanceMethods.open(
                                    JudgeSettings.of(method).withWording(wording), model)
                            .facts()
                            .toString())
                    .toList();
            assertThat(facts).doesNotHaveDuplicates();
        }
        assertThatThrownBy(
                        () -> RelevanceMethods.open(JudgeSettings.of("criteria").withWording(1), model))
                .hasMessageContaining("criteria has 0 paraphrases, got number 1");
    }
}
