package dev.sommelier.experiments.compare.report;

import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.AskedUser;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The users for whom the best contender with a language model and the best one without differ most.
final class Examples {
    private static final int EACH = 5;

    private Examples() {}

    /// A table with at most five users for whom the language model is better and as many for whom it is worse; without
    /// rows where one of the two sides is missing.
    static ResultTable of(
            String id, String tested, boolean higher, List<AskedUser> users, int[] compared, List<Measured> measured) {
        var model = best(measured, ContenderKind.AGENT, higher);
        var classic = best(measured, ContenderKind.CLASSIC, higher);
        if (model.isEmpty() || classic.isEmpty()) {
            return table(id, tested, "the language model", "the classic", List.of());
        }
        double sign = higher ? 1 : -1;
        var gains = IntStream.range(0, compared.length)
                .mapToDouble(
                        u -> sign * (model.get().perUser()[u] - classic.get().perUser()[u]))
                .toArray();
        var byGain = IntStream.range(0, compared.length)
                .boxed()
                .sorted(Comparator.comparingDouble(u -> -gains[u]))
                .toList();
        var rows = Stream.concat(
                        byGain.stream().filter(u -> gains[u] > 0).limit(EACH),
                        byGain.reversed().stream().filter(u -> gains[u] < 0).limit(EACH))
                .map(u -> row(
                        users.get(compared[u]),
                        model.get().perUser()[u],
                        classic.get().perUser()[u]))
                .toList();
        return table(id, tested, model.get().name(), classic.get().name(), rows);
    }

    private static List<Cell> row(AskedUser user, double model, double classic) {
        return List.of(
                new Cell.Words(user.user()),
                new Cell.Words(String.join("; ", user.recent())),
                new Cell.Words(user.title()),
                new Cell.Count(user.popularity()),
                new Cell.Figure(model),
                new Cell.Figure(classic));
    }

    private static ResultTable table(String id, String tested, String model, String classic, List<List<Cell>> rows) {
        return new ResultTable(
                id,
                "Users for whom " + model + " and " + classic + " differ most in " + tested
                        + ", those whom the first serves better above; not a sample: extremes say nothing of the mean",
                List.of("user", "last known", "held out"),
                List.of("known to", model, classic),
                rows);
    }

    private static Optional<Measured> best(List<Measured> measured, ContenderKind part, boolean higher) {
        var order = Comparator.comparingDouble(Measured::mean);
        return measured.stream()
                .filter(Measured::compared)
                .filter(one -> one.result().part() == part)
                .min(higher ? order.reversed() : order);
    }
}
