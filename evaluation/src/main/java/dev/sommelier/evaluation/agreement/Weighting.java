package dev.sommelier.evaluation.agreement;

/// What a disagreement by some grades costs in kappa and AC2.
public enum Weighting {
    /// All disagreements cost the same.
    NONE {
        @Override
        double cost(int distance, int grades) {
            return distance == 0 ? 0 : 1;
        }
    },
    /// A disagreement costs its distance in grades over the longest one.
    LINEAR {
        @Override
        double cost(int distance, int grades) {
            return Math.abs(distance) / (grades - 1.0);
        }
    },
    /// A disagreement costs the square of that.
    QUADRATIC {
        @Override
        double cost(int distance, int grades) {
            double share = distance / (grades - 1.0);
            return share * share;
        }
    };

    abstract double cost(int distance, int grades);
}
