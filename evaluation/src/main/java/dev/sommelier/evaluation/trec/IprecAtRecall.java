package dev.sommelier.evaluation.trec;

import java.util.Locale;

/// Interpolated precision: the highest precision at or below the rank where a share of the relevant documents has been
/// found; 0 where it never is. The share of `R` becomes whole documents by adding 0.9 and cutting off. Range 0 to 1.
/// Source: trec_eval 9.0 (its source in development rounds half up instead).
///
/// @param recall the share, from 0 to 1
public record IprecAtRecall(double recall) implements Measure {
    public IprecAtRecall {
        if (!(recall >= 0 && recall <= 1)) {
            throw new IllegalArgumentException("a share of recall must be from 0 to 1, got " + recall);
        }
    }

    @Override
    public String label() {
        return String.format(Locale.ROOT, "iprec_at_recall_%3.2f", recall);
    }

    @Override
    public double of(JudgedRanking topic, int level) {
        long wanted = (long) (recall * topic.relevant(level) + 0.9);
        int hits = topic.relevantRanked(level);
        if (topic.size() == 0 || wanted > hits) {
            return 0;
        }
        double best = (double) hits / topic.size();
        for (int i = topic.size(); i > 0 && hits > 0; i--) {
            best = Math.max(best, (double) hits / i);
            if (topic.grade(i - 1) >= level) {
                if (hits == wanted) {
                    return best;
                }
                hits--;
            }
        }
        return best;
    }
}
