package dev.sommelier.experiments.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.ContenderResult;
import dev.sommelier.experiments.compare.spec.ContenderSpec;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.Chart;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicesTest {
    @Test
    void cutsIntoThirdsAndKeepsEqualNumbersTogether() {
        int[] events = {5, 1, 1, 1, 9, 7};

        assertThat(Cut.thirds("history", "the length", "events", events.length, u -> events[u])
                        .slices())
                .containsExactly(
                        new Slice("1 events", List.of(1, 2, 3)),
                        new Slice("5 events", List.of(0)),
                        new Slice("7-9 events", List.of(4, 5)));
    }

    @Test
    void namesTheLargestSlicesAndCountsWhatIsLeftOut() {
        var cut = Cut.named(
                "kinds", "what it is", 70, u -> u < 60 ? u < 12 ? List.of("a", "b") : List.of("b") : List.of("c" + u));

        assertThat(cut.slices()).extracting(Slice::name).containsExactly("b", "a");
        assertThat(cut.leftOut()).isEqualTo(10);
        assertThat(cut.slices().getFirst().few()).isFalse();
        assertThat(cut.slices().getLast().few()).isTrue();
    }

    @Test
    void tableAndChartsShowCountsIntervalsAndWhatIsTooSmall() {
        var cut = Cut.named("kinds", "what it is", 70, u -> u < 60 ? List.of("large") : List.of("small"));
        var perUser =
                IntStream.range(0, 70).mapToDouble(u -> u < 60 ? u % 2 : .25).toArray();
        var slices = new Slices(cut, "NDCG@10", List.of(measured("x", perUser)), 200, 7);

        var table = slices.table("stage-1");
        assertThat(table.id()).isEqualTo("stage-1-kinds");
        assertThat(table.caption()).contains("* fewer than 50 users");
        assertThat(table.numbers()).containsExactly("large", "small *");
        assertThat(table.rows().getFirst())
                .containsExactly(new Cell.Words("(users)"), new Cell.Count(60), new Cell.Count(10));
        var large = ((Cell.Estimate) table.rows().get(1).get(1)).interval();
        assertThat(large.mean()).isEqualTo(.5);
        assertThat(large.low()).isLessThan(.5);
        assertThat(large.high()).isGreaterThan(.5);
        assertThat(((Cell.Estimate) table.rows().get(1).get(2)).interval().mean())
                .isEqualTo(.25);

        // Both charts have the axis that shows every interval.
        assertThat(slices.charts())
                .hasSize(2)
                .allSatisfy(chart -> assertThat(chart).isInstanceOfSatisfying(Chart.Part.class, part -> {
                    assertThat(part.low()).isEqualTo(.25);
                    assertThat(part.high()).isEqualTo(large.high());
                }));
    }

    private static Measured measured(String name, double[] perUser) {
        var spec = new ContenderSpec(name, name, ModelParameters.parse(""), List.of());
        return new Measured(
                new ContenderResult(spec, ContenderKind.CLASSIC, 0, 0, false, List.of()), Map.of(), Map.of(), perUser);
    }
}
