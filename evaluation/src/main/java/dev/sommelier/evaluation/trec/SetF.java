package dev.sommelier.evaluation.trec;

/// The weighted harmonic mean of set precision `P` and set recall `R`: `(x + 1) P R / (x P + R)`; 0 where nothing
/// relevant is ranked. Range 0 to 1. Source: trec_eval, whose `x` is the square of van Rijsbergen's beta.
///
/// @param x the weight of recall against precision, at least 0; 1 is the plain harmonic mean
public record SetF(double x) implements Measure {
    public SetF {
        if (!(x >= 0 && x < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weight of recall must be at least 0, got " + x);
        }
    }

    @Override
    public String label() {
        if (x == 1) {
            return "set_F";
        }
        return "set_F_" + (x == Math.rint(x) && x < 1e9 ? Long.toString((long) x) : Double.toString(x));
    }

    @Override
    public double of(JudgedRanking topic, int level) {
        double hits = topic.relevantRanked(level);
        if (hits == 0) {
            return 0;
        }
        double precision = hits / topic.size();
        double recall = hits / topic.relevant(level);
        return (x + 1) * precision * recall / (x * precision + recall);
    }
}
