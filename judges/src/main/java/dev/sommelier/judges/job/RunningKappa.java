package dev.sommelier.judges.job;

import dev.sommelier.core.Judgment;
import dev.sommelier.judges.relevance.GradeScale;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Cohen's unweighted kappa of the labels so far with the human's; a glance while a job runs, no result: `agree` gives
/// intervals and says what it leaves out. Not safe for use by several threads.
public final class RunningKappa {
    private final List<Integer> grades;
    private final long[][] table;

    /// @param scale pairs with a grade outside it are left out
    public RunningKappa(GradeScale scale) {
        this.grades = scale.values();
        this.table = new long[grades.size()][grades.size()];
    }

    /// Counts a pair, if a human and the judge graded it.
    public void add(OptionalInt human, Judgment judgment) {
        if (human.isPresent() && judgment instanceof Judgment.Graded graded) {
            int row = grades.indexOf(human.getAsInt());
            int column = grades.indexOf(graded.label());
            if (row >= 0 && column >= 0) {
                table[row][column]++;
            }
        }
    }

    /// From -1 to 1; empty where chance alone explains everything, as with no pair or a single grade.
    public OptionalDouble value() {
        double all = 0;
        double same = 0;
        double chance = 0;
        var columns = new long[table.length];
        var rows = new long[table.length];
        for (int i = 0; i < table.length; i++) {
            same += table[i][i];
            for (int j = 0; j < table.length; j++) {
                all += table[i][j];
                rows[i] += table[i][j];
                columns[j] += table[i][j];
            }
        }
        for (int i = 0; i < table.length; i++) {
            chance += (double) rows[i] * columns[i];
        }
        double expected = chance / (all * all);
        return all == 0 || expected == 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((same / all - expected) / (1 - expected));
    }
}
