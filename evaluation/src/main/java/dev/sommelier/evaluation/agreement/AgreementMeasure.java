package dev.sommelier.evaluation.agreement;

import java.util.ArrayList;
import java.util.List;

/// A number that says how far labels agree with a human, computed from the table of their grades.
public sealed interface AgreementMeasure
        permits Agreement,
                Binarised,
                CohenKappa,
                GradeError,
                GradeKendall,
                GradeSpearman,
                GwetAc,
                KrippendorffAlpha,
                ScottPi {
    /// The measure's name with its variant.
    String name();

    /// The value; NaN where it is undefined, above all without pairs.
    double of(Confusion table);

    /// All measures: those of all grades, then kappa and nominal alpha of every binarisation.
    static List<AgreementMeasure> all(GradeScale scale) {
        var measures = new ArrayList<AgreementMeasure>(List.of(
                new CohenKappa(Weighting.NONE),
                new CohenKappa(Weighting.LINEAR),
                new CohenKappa(Weighting.QUADRATIC),
                new KrippendorffAlpha(KrippendorffAlpha.Level.NOMINAL),
                new KrippendorffAlpha(KrippendorffAlpha.Level.ORDINAL),
                new KrippendorffAlpha(KrippendorffAlpha.Level.INTERVAL),
                new ScottPi(),
                new GwetAc(Weighting.NONE),
                new GwetAc(Weighting.LINEAR),
                new GwetAc(Weighting.QUADRATIC),
                new GradeSpearman(),
                new GradeKendall(),
                new Agreement(),
                new GradeError(false),
                new GradeError(true)));
        if (scale.size() > 2) {
            for (int grade = scale.low() + 1; grade <= scale.high(); grade++) {
                measures.add(new Binarised(new CohenKappa(Weighting.NONE), grade));
                measures.add(new Binarised(new KrippendorffAlpha(KrippendorffAlpha.Level.NOMINAL), grade));
            }
        }
        return List.copyOf(measures);
    }
}
