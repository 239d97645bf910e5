package dev.sommelier.experiments.tune;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/// The values that one hyper-parameter may take.
public sealed interface Domain {
    /// A value drawn at random.
    String draw(Random random);

    /// Every value in order where there are at most so many; empty otherwise.
    Optional<List<String>> all(int most);

    /// Whether a value belongs to it.
    boolean holds(String value);

    /// Which end of the domain a value lies at, so that better ones may lie beyond; empty where it lies inside, or
    /// where the domain has no order.
    Optional<String> end(String value);

    /// The domain as experiment files write it.
    String text();

    /// Values one by one; a single one is fixed.
    record Choices(List<String> values) implements Domain {
        public Choices {
            values = List.copyOf(values);
        }

        @Override
        public String draw(Random random) {
            return values.get(random.nextInt(values.size()));
        }

        @Override
        public Optional<List<String>> all(int most) {
            return values.size() <= most ? Optional.of(values) : Optional.empty();
        }

        @Override
        public boolean holds(String value) {
            return values.contains(value) || number(value).map(this::holds).orElse(false);
        }

        private boolean holds(BigDecimal value) {
            return values.stream()
                    .anyMatch(one -> number(one)
                            .map(other -> other.compareTo(value) == 0)
                            .orElse(false));
        }

        @Override
        public Optional<String> end(String value) {
            var numbers = values.stream().map(Domain::number).toList();
            var given = number(value);
            if (values.size() < 2 || given.isEmpty() || numbers.stream().anyMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            var sorted = numbers.stream().map(Optional::orElseThrow).sorted().toList();
            if (given.get().compareTo(sorted.getFirst()) <= 0) {
                return Optional.of("smallest");
            }
            return given.get().compareTo(sorted.getLast()) >= 0 ? Optional.of("largest") : Optional.empty();
        }

        @Override
        public String text() {
            return values.size() == 1 ? values.getFirst() : "[" + String.join(", ", values) + "]";
        }
    }

    /// Numbers between two bounds, both within.
    ///
    /// @param low below `high`; above 0 where the scale is logarithmic
    record Range(BigDecimal low, BigDecimal high, Scale scale) implements Domain {
        /// The outer tenth of a range counts as its end.
        private static final double OUTER = 0.1;
        /// More digits would make no model differ and tables unreadable.
        private static final MathContext DIGITS = new MathContext(3);

        @Override
        public String draw(Random random) {
            if (scale == Scale.WHOLE) {
                return Long.toString(random.nextLong(low.longValueExact(), high.longValueExact() + 1));
            }
            double value = scale.back(scale.forth(low.doubleValue())
                    + random.nextDouble() * (scale.forth(high.doubleValue()) - scale.forth(low.doubleValue())));
            var rounded =
                    scale == Scale.LOG_WHOLE ? new BigDecimal(Math.round(value)) : new BigDecimal(value).round(DIGITS);
            return rounded.max(low).min(high).stripTrailingZeros().toPlainString();
        }

        @Override
        public Optional<List<String>> all(int most) {
            if (!scale.whole() || high.subtract(low).compareTo(new BigDecimal(most)) >= 0) {
                return Optional.empty();
            }
            var values = new ArrayList<String>();
            for (long value = low.longValueExact(); value <= high.longValueExact(); value++) {
                values.add(Long.toString(value));
            }
            return Optional.of(values);
        }

        @Override
        public boolean holds(String value) {
            return number(value)
                    .map(given -> given.compareTo(low) >= 0 && given.compareTo(high) <= 0)
                    .orElse(false);
        }

        @Override
        public Optional<String> end(String value) {
            return number(value).flatMap(given -> {
                double from = scale.forth(low.doubleValue());
                double share = (scale.forth(given.doubleValue()) - from) / (scale.forth(high.doubleValue()) - from);
                if (share <= OUTER) {
                    return Optional.of("lower end");
                }
                return share >= 1 - OUTER ? Optional.of("upper end") : Optional.empty();
            });
        }

        @Override
        public String text() {
            return "[" + low.toPlainString() + ", " + high.toPlainString() + ", " + scale.text() + "]";
        }
    }

    /// How numbers are drawn between two bounds.
    enum Scale {
        /// Every number alike.
        LINEAR,
        /// Every factor alike.
        LOG,
        /// Every whole number alike.
        WHOLE,
        /// Every factor alike, rounded to whole numbers.
        LOG_WHOLE;

        /// Whether values are whole numbers.
        public boolean whole() {
            return this == WHOLE || this == LOG_WHOLE;
        }

        /// Whether both bounds must be above 0.
        public boolean logarithmic() {
            return this == LOG || this == LOG_WHOLE;
        }

        double forth(double value) {
            return logarithmic() ? Math.log(value) : value;
        }

        double back(double value) {
            return logarithmic() ? Math.exp(value) : value;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static Optional<BigDecimal> number(String value) {
        try {
            return Optional.of(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
