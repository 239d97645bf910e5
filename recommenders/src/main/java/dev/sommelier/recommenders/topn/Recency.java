package dev.sommelier.recommenders.topn;

import dev.sommelier.recommenders.Numbers;
import dev.sommelier.recommenders.store.ModelParameters;

/// What an earlier contact counts for [Popularity], by its age: the time from it to the latest event of the training
/// set.
public sealed interface Recency {
    /// Seconds of a day.
    double DAY = 86_400;

    /// Every contact counts 1.
    record AllTime() implements Recency {
        @Override
        public double weight(double seconds) {
            return 1;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    /// A contact counts 1 if it is at most so old, else 0.
    ///
    /// @param days above 0
    record Window(double days) implements Recency {
        public Window {
            check(days);
        }

        @Override
        public double weight(double seconds) {
            return seconds <= days * DAY ? 1 : 0;
        }

        @Override
        public String toString() {
            return "recency=window days=" + Numbers.plain(days);
        }
    }

    /// A contact counts half for every so many days of its age.
    ///
    /// @param days above 0
    record HalfLife(double days) implements Recency {
        public HalfLife {
            check(days);
        }

        @Override
        public double weight(double seconds) {
            return Math.pow(0.5, seconds / (days * DAY));
        }

        @Override
        public String toString() {
            return "recency=halflife days=" + Numbers.plain(days);
        }
    }

    /// The names of the three.
    enum Kind {
        /// [AllTime].
        ALL,
        /// [Window].
        WINDOW,
        /// [HalfLife].
        HALFLIFE
    }

    /// From the named values `recency` and, unless that is `all`, `days`.
    static Recency of(ModelParameters parameters) {
        return switch (parameters.choice("recency", Kind.class)) {
            case ALL -> new AllTime();
            case WINDOW -> new Window(parameters.number("days"));
            case HALFLIFE -> new HalfLife(parameters.number("days"));
        };
    }

    /// The weight of a contact of this age.
    double weight(double seconds);

    private static void check(double days) {
        if (!(days > 0) || !Double.isFinite(days)) {
            throw new IllegalArgumentException("days must be above 0, got " + days);
        }
    }
}
