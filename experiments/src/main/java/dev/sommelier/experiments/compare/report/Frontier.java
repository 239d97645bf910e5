package dev.sommelier.experiments.compare.report;

import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Contenders worth their price: nobody who answers at least as fast is better.
final class Frontier {
    private static final double MILLIS = 1e3;

    private Frontier() {}

    /// The frontier from the fastest to the best.
    static List<Measured> of(List<Measured> measured, boolean higher) {
        var found = new ArrayList<Measured>();
        var quality = Comparator.comparingDouble(Measured::mean);
        measured.stream()
                .filter(Measured::compared)
                .sorted(Comparator.comparingDouble(Frontier::seconds)
                        .thenComparing(higher ? quality.reversed() : quality))
                .forEach(one -> {
                    if (found.isEmpty()
                            || (higher
                                    ? one.mean() > found.getLast().mean()
                                    : one.mean() < found.getLast().mean())) {
                        found.add(one);
                    }
                });
        return List.copyOf(found);
    }

    private static double seconds(Measured one) {
        return StageTables.quantile(one.result(), .5);
    }

    static ResultTable table(String id, String tested, boolean higher, List<Measured> measured) {
        return new ResultTable(
                id,
                "The frontier of quality and cost: nobody who answers as fast (median time a user) has a better "
                        + tested,
                List.of("contender"),
                List.of("median ms", "mean"),
                of(measured, higher).stream()
                        .map(one -> List.<Cell>of(
                                new Cell.Words(one.name()),
                                new Cell.Amount(seconds(one) * MILLIS),
                                new Cell.Figure(one.mean())))
                        .toList());
    }
}
