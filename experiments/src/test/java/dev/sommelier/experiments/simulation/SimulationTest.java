package dev.sommelier.experiments.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.agent.conversation.Policy;
import dev.sommelier.agent.conversation.Ranker;
import dev.sommelier.experiments.report.ResultTable;
import dev.sommelier.io.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Ranker RANKER = World.ranker();
    private static final List<Profile> USERS = World.profiles(12);
    private static final Contender SINGLE = Contender.singleList("single list", 10, false);
    private static final Contender TOLD = Contender.singleList("all told", 10, true);
    private static final Contender CLASSIC = Contender.conversation("classic", Policy.classic(), 2, 5, Answers.PROFILE);
    private static final Contender QUESTIONS =
            Contender.conversation("questions first", Policy.questionsFirst(), 2, 3, Answers.PROFILE);

    private static Outcome outcome(Contender contender) {
        var simulation = new Simulation(World.CATALOG, RANKER, World.PARSER, 2, 3, 1);
        return new Outcome(contender, simulation.run(contender, USERS, Progress.silent()), USERS);
    }

    @Test
    void theSameSeedGivesTheSameTables() {
        assertThat(text()).isEqualTo(text()).contains("single list", "@10", "Reply 5");
    }

    private static String text() {
        var outcomes = List.of(outcome(SINGLE), outcome(CLASSIC), outcome(TOLD));
        return new SimulationTables(outcomes, 1)
                .all(outcomes.getFirst()).stream().map(ResultTable::render).collect(Collectors.joining());
    }

    @Test
    void whatIsShownExistsKeepsTheConstraintsAndIsShownOnce() {
        for (var dialogue : outcome(CLASSIC).dialogues()) {
            var items = dialogue.lists().stream().flatMap(List::stream).toList();
            assertThat(items).doesNotHaveDuplicates().allMatch(World.CATALOG::contains);
            assertThat(dialogue.violations()).isZero();
            assertThat(dialogue.unknownItems()).isZero();
            assertThat(dialogue.shown()).isEqualTo(items.size()).isLessThanOrEqualTo(10);
            assertThat(dialogue.lists()).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void aConversationEndsWithTheItemAndItsPlaceIsCountedOverAllLists() {
        var found = outcome(CLASSIC).dialogues().stream()
                .filter(dialogue -> dialogue.successTurn() > 0)
                .toList();
        assertThat(found).isNotEmpty();
        for (var dialogue : found) {
            var target = USERS.stream()
                    .filter(user -> user.user().equals(dialogue.user()))
                    .findFirst()
                    .orElseThrow()
                    .target();
            assertThat(dialogue.lists()).hasSize(dialogue.successTurn());
            var all = dialogue.lists().stream().flatMap(List::stream).toList();
            assertThat(all.indexOf(target) + 1).isEqualTo(dialogue.successRank());
            assertThat(dialogue.hit(dialogue.successRank())).isTrue();
            assertThat(dialogue.hit(dialogue.successRank() - 1)).isFalse();
        }
    }

    @Test
    void whoIsToldAllShowsNothingThatIsKnown() {
        assertThat(outcome(TOLD).dialogues())
                .allSatisfy(dialogue -> assertThat(dialogue.opinions()).isZero());
    }

    @Test
    void questionsAreCountedWithTheirGain() {
        var asked = outcome(QUESTIONS);

        assertThat(asked.mean(Dialogue::questions)).isGreaterThan(1);
        assertThat(asked.mean(Dialogue::gain)).isPositive();
        assertThat(asked.mean(Dialogue::answered)).isLessThanOrEqualTo(asked.mean(Dialogue::questions));
    }

    @Test
    void figuresAreThoseOfAHandMadeDialogue() {
        var profile = new Profile("u", Map.of(), "f3");
        var dialogue = new Dialogue(
                "u",
                List.of(List.of("f1", "f2"), List.of("f4", "f3")),
                2,
                4,
                false,
                1,
                1,
                0.5,
                0,
                0,
                1,
                List.of(2L, 4L));
        var outcome = new Outcome(CLASSIC, List.of(dialogue), List.of(profile));

        assertThat(outcome.ndcg(1)).isZero();
        assertThat(outcome.ndcg(2)).isCloseTo(1 / (Math.log(3) / Math.log(2)), within(1e-12));
        assertThat(outcome.hits(3)).containsExactly(0);
        assertThat(outcome.hits(4)).containsExactly(1);
        assertThat(outcome.turnsToSuccess()).hasValue(2);
        assertThat(dialogue.satisfaction()).isEqualTo(5);
        // Second query, second rank: 1 / (log2 3 * log4 5).
        assertThat(outcome.sessionDcg())
                .isCloseTo(Math.log(2) / Math.log(3) * Math.log(4) / Math.log(5), within(1e-12));
    }

    @Test
    void ambiguousCasesAreToldApartByOneValueOnly() {
        var cases = AmbiguousCase.draw(
                World.CATALOG, "genre", "year", item -> Integer.parseInt(item.substring(1)), 0, 8, 1);

        assertThat(cases).hasSize(8).doesNotHaveDuplicates();
        for (var one : cases) {
            var target = World.CATALOG.item(one.target()).values("genre");
            var distractor = World.CATALOG.item(one.distractor()).values("genre");
            assertThat(target).contains(one.shared(), one.telling());
            assertThat(distractor).contains(one.shared()).doesNotContain(one.telling());
            assertThat(one.request()).doesNotContain(one.telling());
            assertThat(one.full()).contains(one.request().split(" ")[0], one.telling());
        }
        var study = new AmbiguityStudy(World.CATALOG, RANKER, World.PARSER, 2, 3);
        var table = study.table(cases, Optional.empty(), 1);
        assertThat(table.render())
                .isEqualTo(study.table(cases, Optional.empty(), 1).render());
        assertThat(table.rows()).hasSize(5);
    }
}
