package dev.sommelier.experiments.report;

import dev.sommelier.evaluation.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// What stands in a table: kept as a number, so that each rendering may write it in its own way.
public sealed interface Cell {
    /// Words.
    record Words(String words) implements Cell {}

    /// A count.
    record Count(long count) implements Cell {}

    /// A figure without an interval.
    record Figure(double value) implements Cell {}

    /// A probability of a test, whose smallest values are shown as below a bound: no p is 0.
    record Chance(double p) implements Cell {}

    /// An amount of something, such as seconds or megabytes, of any size.
    record Amount(double value) implements Cell {}

    /// A figure with its interval.
    ///
    /// @param signed whether a plus sign is shown, as for differences
    record Estimate(Interval interval, boolean signed) implements Cell {}

    /// Nothing to show, such as an undefined figure.
    static Cell none() {
        return new Words("");
    }

    /// A figure, or nothing.
    static Cell of(OptionalDouble value) {
        return value.isPresent() ? new Figure(value.getAsDouble()) : none();
    }

    /// A figure with its interval, or nothing.
    static Cell of(Optional<Interval> interval) {
        return interval.<Cell>map(present -> new Estimate(present, false)).orElse(none());
    }

    /// The cell as a person reads it in a terminal or on a page.
    default String text() {
        return switch (this) {
            case Words cell -> cell.words().isEmpty() ? "–" : cell.words();
            case Count cell -> Figures.count(cell.count());
            case Figure cell -> Figures.four(cell.value());
            case Chance cell -> Figures.chance(cell.p());
            case Amount cell -> Figures.amount(cell.value());
            case Estimate cell ->
                cell.signed() ? Figures.difference(cell.interval()) : Figures.interval(cell.interval());
        };
    }
}
