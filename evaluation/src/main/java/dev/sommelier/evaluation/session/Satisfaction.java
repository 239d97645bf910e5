package dev.sommelier.evaluation.session;

import dev.sommelier.evaluation.agreement.CohenKappa;
import dev.sommelier.evaluation.agreement.Confusion;
import dev.sommelier.evaluation.agreement.GradeAgreement;
import dev.sommelier.evaluation.agreement.GradeScale;
import dev.sommelier.evaluation.agreement.GradeSpearman;
import dev.sommelier.evaluation.agreement.Weighting;
import java.util.OptionalDouble;

/// How well predicted satisfaction meets stated satisfaction, both from 1 to 5.
///
/// Source: Sun et al., *Simulating user satisfaction for the evaluation of task-oriented dialogue systems* (the USS
/// data
/// set), SIGIR 2021. Below 3 is dissatisfied.
///
/// @param pairs the number of turns or dialogues
/// @param uar unweighted average recall: the mean over the stated grades that occur of the share predicted right
/// @param kappa Cohen's, unweighted; absent if undefined
/// @param spearman equal grades share their mean rank; absent if undefined
/// @param dissatisfiedRecall the share of the dissatisfied who are predicted so; absent without any
/// @param dissatisfiedF1 `2 both / (stated + predicted)` dissatisfied; absent without any
public record Satisfaction(
        int pairs,
        double uar,
        OptionalDouble kappa,
        OptionalDouble spearman,
        OptionalDouble dissatisfiedRecall,
        OptionalDouble dissatisfiedF1) {
    private static final GradeScale SCALE = new GradeScale(1, 5);
    private static final int NEUTRAL = 3;

    /// @param stated from 1 to 5, at least one
    /// @param predicted as many, from 1 to 5
    public static Satisfaction of(int[] stated, int[] predicted) {
        if (stated.length != predicted.length || stated.length == 0) {
            throw new IllegalArgumentException("satisfaction needs pairs, got " + stated.length + " stated and "
                    + predicted.length + " predicted grades");
        }
        var table = new Confusion(SCALE);
        for (int i = 0; i < stated.length; i++) {
            table.add(stated[i], predicted[i]);
        }
        double uar = GradeAgreement.of(table).stream()
                .map(GradeAgreement::recall)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average()
                .orElse(0);
        var dissatisfied = GradeAgreement.of(table.binarised(NEUTRAL)).getFirst();
        return new Satisfaction(
                stated.length,
                uar,
                defined(new CohenKappa(Weighting.NONE).of(table)),
                defined(new GradeSpearman().of(table)),
                dissatisfied.recall(),
                dissatisfied.f1());
    }

    private static OptionalDouble defined(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
