package dev.sommelier.evaluation.trec;

/// Rank-biased precision: `(1 - p) * sum over relevant ranks of p^(rank - 1)`, binary gain; or its residual, which is
/// what unjudged documents, and all that could follow the ranking, could add at most. Range 0 to 1. A negative grade is
/// unjudged. Source: Moffat and Zobel, *Rank-biased precision for measurement of retrieval effectiveness*, ACM TOIS
/// 2008, [doi:10.1145/1416950.1416952](https://doi.org/10.1145/1416950.1416952); p is .8 unless given, as in
/// ir-measures.
///
/// @param p the chance that the user looks at the next document, between 0 and 1
/// @param residual whether the residual is meant
public record Rbp(double p, boolean residual) implements Measure {
    public Rbp {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p must be between 0 and 1, got " + p);
        }
    }

    @Override
    public String label() {
        return (residual ? "RBPResidual(p=" : "RBP(p=") + p + ")";
    }

    @Override
    public double of(JudgedRanking topic, int level) {
        double weight = 1;
        double sum = 0;
        for (int i = 0; i < topic.size(); i++) {
            boolean counts = residual ? topic.grade(i) < 0 : topic.grade(i) >= level;
            if (counts) {
                sum += weight;
            }
            weight *= p;
        }
        return (1 - p) * sum + (residual ? weight : 0);
    }
}
