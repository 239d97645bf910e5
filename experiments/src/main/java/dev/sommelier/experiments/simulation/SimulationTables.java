package dev.sommelier.experiments.simulation;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The tables of a simulation. They hold no times, so that the same simulation gives the same tables.
public final class SimulationTables {
    private final List<Outcome> outcomes;
    private final long seed;
    private final int lists;

    /// @param outcomes over the same users, at least one
    /// @param seed of the intervals
    public SimulationTables(List<Outcome> outcomes, long seed) {
        this.outcomes = List.copyOf(outcomes);
        this.seed = seed;
        this.lists = outcomes.stream()
                .mapToInt(outcome -> outcome.contender().turns())
                .max()
                .orElseThrow();
    }

    /// All tables.
    ///
    /// @param baseline what the others are compared with
    public List<ResultTable> all(Outcome baseline) {
        return List.of(hits(), differences(baseline), conversations(), sessions(), ndcg());
    }

    private ResultTable hits() {
        int items = outcomes.stream()
                .mapToInt(outcome -> outcome.contender().items())
                .max()
                .orElseThrow();
        int step = Math.max(1, items / lists);
        var cuts = IntStream.rangeClosed(1, lists).map(i -> i * step).boxed().toList();
        return table(
                "hits",
                "Share of users whose held-out item was among the first N items shown, over "
                        + outcomes.getFirst().dialogues().size() + " users; the last with its 95 % interval",
                cuts.stream().map(cut -> "@" + cut).toList(),
                outcome -> cuts.stream()
                        .<Cell>map(cut -> cut < cuts.getLast()
                                ? new Cell.Figure(outcome.mean(one -> one.hit(cut) ? 1 : 0))
                                : new Cell.Estimate(Bootstrap.mean(outcome.hits(cut), seed), false))
                        .toList());
    }

    private ResultTable differences(Outcome baseline) {
        int items = baseline.contender().items();
        var rows = outcomes.stream()
                .filter(outcome -> !outcome.equals(baseline))
                .map(outcome -> {
                    double[] first = outcome.hits(items);
                    double[] second = baseline.hits(items);
                    long better = IntStream.range(0, first.length)
                            .filter(i -> first[i] > second[i])
                            .count();
                    long worse = IntStream.range(0, first.length)
                            .filter(i -> first[i] < second[i])
                            .count();
                    return List.of(
                            name(outcome),
                            new Cell.Estimate(Bootstrap.difference(first, second, seed), true),
                            new Cell.Count(better),
                            new Cell.Count(worse));
                })
                .toList();
        return new ResultTable(
                "differences",
                "Hit rate minus that of \"" + baseline.contender().name() + "\", user by user, with the paired 95 %"
                        + " interval; users only one of the two served",
                List.of("Contender"),
                List.of("Difference", "Better", "Worse"),
                rows);
    }

    private ResultTable conversations() {
        return table(
                "conversations",
                "A user's conversation: items shown, those with a known opinion, replies up to the item, questions asked"
                        + " and answered, their expected gain in bits, share that gave up, satisfaction by rule (1 to 5)",
                List.of("Shown", "Known", "Turns", "Asked", "Answered", "Bits", "Gave up", "Satisfied"),
                outcome -> List.of(
                        new Cell.Figure(outcome.mean(Dialogue::shown)),
                        new Cell.Figure(outcome.mean(Dialogue::opinions)),
                        Cell.of(outcome.turnsToSuccess()),
                        new Cell.Figure(outcome.mean(Dialogue::questions)),
                        new Cell.Figure(outcome.mean(Dialogue::answered)),
                        new Cell.Figure(outcome.mean(Dialogue::gain)),
                        new Cell.Figure(outcome.mean(one -> one.gaveUp() ? 1 : 0)),
                        new Cell.Figure(outcome.mean(Dialogue::satisfaction))));
    }

    private ResultTable sessions() {
        return table(
                "sessions",
                "Session metrics, and what must be 0: shown items that break a constraint, items that do not exist",
                List.of("sDCG", "sRBP", "Violations", "Invented"),
                outcome -> List.of(
                        new Cell.Figure(outcome.sessionDcg()),
                        new Cell.Figure(outcome.sessionRbp()),
                        new Cell.Count((long) outcome.dialogues().stream()
                                .mapToInt(Dialogue::violations)
                                .sum()),
                        new Cell.Count((long) outcome.dialogues().stream()
                                .mapToInt(Dialogue::unknownItems)
                                .sum())));
    }

    private ResultTable ndcg() {
        return table(
                "ndcg",
                "NDCG of each reply's list, over all users",
                IntStream.rangeClosed(1, lists)
                        .mapToObj(turn -> "Reply " + turn)
                        .toList(),
                outcome -> IntStream.rangeClosed(1, lists)
                        .<Cell>mapToObj(turn ->
                                turn > outcome.contender().turns() ? Cell.none() : new Cell.Figure(outcome.ndcg(turn)))
                        .toList());
    }

    private interface Row {
        List<Cell> of(Outcome outcome);
    }

    private ResultTable table(String id, String caption, List<String> numbers, Row row) {
        var rows = new ArrayList<List<Cell>>();
        outcomes.forEach(outcome -> rows.add(Stream.concat(Stream.of(name(outcome)), row.of(outcome).stream())
                .toList()));
        return new ResultTable(id, caption, List.of("Contender"), numbers, rows);
    }

    private static Cell name(Outcome outcome) {
        return new Cell.Words(
                outcome.contender().name() + (outcome.contender().answers() == Answers.ORACLE ? " (oracle)" : ""));
    }
}
