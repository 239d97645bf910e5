package dev.sommelier.experiments.report;

import java.util.List;

/// The data of a chart, in the form that the page's script draws.
public sealed interface Chart {
    /// Which drawing, as the script knows it.
    String type();

    /// A matrix of counts, each row shaded by its share.
    ///
    /// @param x what the columns are
    /// @param y what the rows are
    /// @param columns the columns' names
    /// @param rows the rows' names, from the top
    /// @param counts by row and column
    record Heat(String x, String y, List<String> columns, List<String> rows, List<List<Long>> counts) implements Chart {
        @Override
        public String type() {
            return "heat";
        }
    }

    /// Points that would lie on the diagonal if both axes agreed.
    ///
    /// @param x what the horizontal axis is
    /// @param y what the vertical axis is
    /// @param points the points
    record Scatter(String x, String y, List<Point> points) implements Chart {
        @Override
        public String type() {
            return "scatter";
        }
    }

    /// A point of a [Scatter].
    ///
    /// @param marked whether it stands out
    record Point(String name, double x, double y, boolean marked) {}

    /// One bar for each name, up or down from 0.
    ///
    /// @param metric what the bars are
    record Columns(String metric, List<String> names, List<Double> values) implements Chart {
        @Override
        public String type() {
            return "columns";
        }
    }

    /// A dot with its interval for each name.
    ///
    /// @param metric what the dots are
    record Dots(String metric, List<Dot> rows) implements Chart {
        @Override
        public String type() {
            return "dots";
        }
    }

    /// [Dots] among others of the same rows, so that the axis has to be the same: one slice of the users.
    ///
    /// @param metric what the dots are
    /// @param low the least that any of them shows
    /// @param high the most
    record Part(String metric, List<Dot> rows, double low, double high) implements Chart {
        @Override
        public String type() {
            return "part";
        }
    }

    /// A row of [Dots] or of a [Part].
    ///
    /// @param kind the contender's kind, which decides the colour
    record Dot(String name, String kind, double mean, double low, double high) {}

    /// A metric against the time that an answer takes, on a logarithmic axis.
    ///
    /// @param metric what the vertical axis is
    /// @param frontier the names of rows that a line joins, in its order; may be empty
    record Costs(String metric, List<CostDot> rows, List<String> frontier) implements Chart {
        /// Without a line.
        public Costs(String metric, List<CostDot> rows) {
            this(metric, rows, List.of());
        }

        @Override
        public String type() {
            return "cost";
        }
    }

    /// A point of [Costs].
    ///
    /// @param kind the contender's kind, which decides colour and form
    /// @param seconds above 0
    record CostDot(String name, String kind, double mean, double low, double high, double seconds) {}
}
