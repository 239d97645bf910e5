package dev.sommelier.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingEvaluationTest {
    private static final double EXACT = 1e-12;

    private final Catalog catalog = Fakes.catalog(20);
    private final RankingEvaluation evaluation = new RankingEvaluation(catalog, 3, Progress.silent());
    private final RankingTables tables = new RankingTables(evaluation, 200, 7);
    private final List<TestUser> users =
            List.of(Fakes.user("a", "i2"), Fakes.user("b", "i9"), Fakes.user("c", "i1"), Fakes.user("d", "i4"));
    private final List<String> names = List.of("a", "b", "c", "d");

    @Test
    void measuresEveryMetricOverAllUsers() {
        var run = evaluation.run(Fakes.classic("Fixed", query -> List.of("i1", "i2", "i3")), users);

        var row = tables.table("t", List.of(run), names).row("Fixed").orElseThrow();

        assertThat(row.metric("HR@3").mean()).isCloseTo(.5, within(EXACT));
        assertThat(row.metric("Recall@3").mean()).isCloseTo(.5, within(EXACT));
        assertThat(row.metric("nDCG@3").mean()).isCloseTo((1 / (Math.log(3) / Math.log(2)) + 1) / 4, within(EXACT));
        assertThat(row.metric("MRR@3").mean()).isCloseTo(1.5 / 4, within(EXACT));
        assertThat(row.coverage()).isCloseTo(3 / 20.0, within(EXACT));
        assertThat(row.failed()).isZero();
        assertThat(row.cost().answers()).isEqualTo(4);
    }

    @Test
    void aUserWhoseRunThrowsIsACountedMiss() {
        var broken = Fakes.classic("Broken", query -> {
            if (query.history().user().equals("a")) {
                throw new SommelierException("The model is gone; start it again.");
            }
            return List.of("i1", "i9");
        });

        var run = evaluation.run(broken, users);
        var row = tables.table("t", List.of(run), names).row("Broken").orElseThrow();

        assertThat(row.metric("HR@3").mean()).isCloseTo(.5, within(EXACT));
        assertThat(row.metric("HR@3").n()).isEqualTo(4);
        assertThat(row.failed()).isEqualTo(1);
        assertThat(row.failures()).containsExactly(Map.entry("The model is gone; start it again.", 1));
        assertThat(run.outcomes().getFirst().items()).isEmpty();
    }

    @Test
    void anInventedOrSeenItemMakesTheUserAMissEvenWhenTheListHits() {
        var inventor = Fakes.classic("Inventor", query -> List.of("i2", "i9", "nonsense"));
        var repeater = Fakes.classic("Repeater", query -> List.of("i0", "i2", "i9"));

        var table = tables.table("t", evaluation.runAll(List.of(inventor, repeater), users), names);

        assertThat(table.rows()).allSatisfy(row -> {
            assertThat(row.metric("HR@3").mean()).isZero();
            assertThat(row.failed()).isEqualTo(4);
        });
        assertThat(table.row("Inventor").orElseThrow().failures()).containsKey("an item that is not in the catalogue");
        assertThat(table.row("Repeater").orElseThrow().failures()).containsKey("an item that the user has seen");
    }

    @Test
    void longerListsAreCutAtK() {
        var run = evaluation.run(Fakes.classic("Long", query -> List.of("i5", "i6", "i7", "i2", "i9")), users);

        assertThat(run.values("HR@3")).containsOnly(0);
        assertThat(run.outcomes().getFirst().items()).hasSize(3);
    }

    @Test
    void countsTokensCallsAndRepairs() {
        var run =
                evaluation.run(Fakes.agent("Agent", query -> List.of("i1"), Map.of("padded", 2, "relaxed", 0)), users);

        var row = tables.table("t", List.of(run), names).rows().getFirst();

        assertThat(row.cost().calls()).isEqualTo(12);
        assertThat(row.cost().promptTokens()).isEqualTo(1600);
        assertThat(row.cost().sharedTokens()).isEqualTo(400);
        assertThat(row.cost().generatedTokens()).isEqualTo(240);
        assertThat(row.cost().ownSeconds()).isCloseTo(4e-9, within(1e-15));
        assertThat(row.repairs().get("padded")).isEqualTo(new RepairCount(8, 4));
        assertThat(row.repairedShare("padded")).isEqualTo(1);
        assertThat(row.repairedShare("relaxed")).isZero();
        assertThat(row.repairedShare("unparsed")).isZero();
    }

    @Test
    void aTableOfSomeUsersUsesTheSameAnswersInTheirOrderAndLeavesOutWhoWasNotAskedThem() {
        var all = evaluation.run(Fakes.classic("All", query -> List.of("i2")), users);
        var two = evaluation.run(Fakes.classic("Two", query -> List.of("i2")), users.subList(0, 2));

        var part = tables.table("part", List.of(all, two), List.of("b", "a"));
        var whole = tables.table("whole", List.of(all, two), names);

        assertThat(part.users()).isEqualTo(2);
        assertThat(part.rows()).extracting(RankingRow::name).containsExactly("All", "Two");
        assertThat(part.rows().getFirst().metric("HR@3").mean()).isEqualTo(.5);
        assertThat(whole.rows()).extracting(RankingRow::name).containsExactly("All");
    }

    @Test
    void differencesArePairedByUser() {
        var first = evaluation.run(Fakes.classic("First", query -> List.of("i2")), users);
        var second = evaluation.run(Fakes.classic("Second", query -> List.of("i9", "i1")), users);

        var row = tables.differences(List.of(first, second), "First", "HR@3", names)
                .rows()
                .getFirst();

        assertThat(row.name()).isEqualTo("Second");
        assertThat(row.difference().mean()).isCloseTo(.25, within(EXACT));
        assertThat(row.better()).isEqualTo(2);
        assertThat(row.worse()).isEqualTo(1);
        assertThat(row.verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void manyUsersAllowAVerdict() {
        var many =
                IntStream.range(0, 60).mapToObj(i -> Fakes.user("u" + i, "i2")).toList();
        var ids = many.stream().map(TestUser::user).toList();
        var runs = evaluation.runAll(
                List.of(
                        Fakes.classic("Good", query -> List.of("i2")),
                        Fakes.classic("Bad", query -> List.of("i3")),
                        Fakes.classic("Same", query -> List.of("i2"))),
                many);

        var table = tables.differences(runs, "Good", "nDCG@3", ids);

        assertThat(table.rows())
                .extracting(DifferenceTable.Row::verdict)
                .containsExactly(Verdict.BEHIND, Verdict.UNDECIDED);
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        var runs = evaluation.runAll(List.of(Fakes.classic("Fixed", query -> List.of("i1", "i2"))), users);

        assertThat(tables.table("t", runs, names))
                .isEqualTo(new RankingTables(evaluation, 200, 7).table("t", runs, names));
    }

    @Test
    void tellsProgressAfterEveryUser() {
        var seen = new ArrayList<String>();
        Progress progress = (task, done, total) -> seen.add(task + " " + done + "/" + total);

        new RankingEvaluation(catalog, 3, progress)
                .run(Fakes.classic("Fixed", query -> List.of("i1")), users.subList(0, 2));

        assertThat(seen).containsExactly("Fixed 0/2", "Fixed 1/2", "Fixed 2/2");
    }

    @Test
    void refusesTwoContendersOfOneName() {
        var twice =
                List.of(Fakes.classic("EASE", query -> List.of("i1")), Fakes.classic("EASE", query -> List.of("i2")));

        assertThatThrownBy(() -> evaluation.runAll(twice, users))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"EASE\"");
    }
}
