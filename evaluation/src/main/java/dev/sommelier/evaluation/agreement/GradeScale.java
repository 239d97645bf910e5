package dev.sommelier.evaluation.agreement;

/// The grades that labels may have: all integers from `low` to `high`.
///
/// @param low the lowest grade
/// @param high the highest grade, above `low`
public record GradeScale(int low, int high) {
    private static final int MOST_GRADES = 1000;

    public GradeScale {
        if (low >= high || (long) high - low >= MOST_GRADES) {
            throw new IllegalArgumentException("a scale needs 2 to " + MOST_GRADES
                    + " grades, its low end below its high end, got " + low + " to " + high);
        }
    }

    /// The number of grades.
    public int size() {
        return high - low + 1;
    }

    /// Whether a grade is on the scale.
    public boolean contains(int grade) {
        return low <= grade && grade <= high;
    }

    /// The nearest grade on the scale.
    public int clip(int grade) {
        return Math.clamp(grade, low, high);
    }
}
