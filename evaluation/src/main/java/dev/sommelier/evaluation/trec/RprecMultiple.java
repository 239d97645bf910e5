package dev.sommelier.evaluation.trec;

import java.util.Locale;

/// Precision after a multiple of the number `R` of relevant documents. The multiple becomes whole documents by adding
/// 0.9 and cutting off; 0 where nothing is relevant. Range 0 to 1. Source: trec_eval (`Rprec_mult`).
///
/// @param multiple of `R`, above 0
public record RprecMultiple(double multiple) implements Measure {
    public RprecMultiple {
        if (!(multiple > 0 && multiple < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a multiple of R must be above 0, got " + multiple);
        }
    }

    @Override
    public String label() {
        return String.format(Locale.ROOT, "Rprec_mult_%3.2f", multiple);
    }

    @Override
    public double of(JudgedRanking topic, int level) {
        long cut = (long) (multiple * topic.relevant(level) + 0.9);
        return cut == 0 ? 0 : (double) topic.relevantWithin((int) Math.min(cut, topic.size()), level) / cut;
    }
}
