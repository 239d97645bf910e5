package dev.sommelier.evaluation.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Several label sets made one.
///
/// A set has a vote where it compares; a pair on which no set votes is left out.
public enum Ensemble {
    /// The grade with the most votes; of equally many, the one nearest to the mean vote, then the lower one.
    MAJORITY("majority", "the grade with most votes; of equally many the one nearest the mean vote, then the lower"),
    /// The mean vote, rounded half up.
    MEAN("mean", "the mean vote, rounded half up");

    private final String title;
    private final String rule;

    Ensemble(String title, String rule) {
        this.title = title;
        this.rule = rule;
    }

    /// The name in a word.
    public String title() {
        return title;
    }

    /// The rule in words, ties included.
    public String rule() {
        return rule;
    }

    /// Every set with one vote.
    ///
    /// @param sets of the same human file
    public LabelPairs of(List<LabelPairs> sets) {
        return weighted(title, sets, sets.stream().map(set -> 1.0).toList());
    }

    /// Every set with as many votes as its agreement with the human on some topics; none where that is below 0 or
    /// undefined. The pairs of those topics are left out, so that the ensemble's figures are of topics it has not seen.
    ///
    /// @param sets of the same human file
    /// @param topics the topics to weigh on, at least one of the human's
    public LabelPairs weightedBy(AgreementMeasure measure, List<LabelPairs> sets, Set<String> topics) {
        var weights = sets.stream()
                .map(set -> measure.of(set.byTopic().only(topics).pooled()))
                .map(value -> value > 0 ? value : 0.0)
                .toList();
        var name = title + ", dev-weighted";
        return weighted(name, sets, weights).withoutTopics(topics);
    }

    private LabelPairs weighted(String name, List<LabelPairs> sets, List<Double> weights) {
        var first = sets.getFirst();
        var scale = first.scale();
        var grades = new int[first.size()];
        var usable = new boolean[first.size()];
        var votes = new double[scale.size()];
        for (int pair = 0; pair < grades.length; pair++) {
            Arrays.fill(votes, 0);
            double total = 0;
            double sum = 0;
            for (int s = 0; s < sets.size(); s++) {
                if (sets.get(s).compared(pair)) {
                    int position = sets.get(s).label(pair) - scale.low();
                    votes[position] += weights.get(s);
                    total += weights.get(s);
                    sum += weights.get(s) * position;
                }
            }
            usable[pair] = total > 0;
            if (usable[pair]) {
                grades[pair] = scale.low() + decide(votes, sum / total);
            }
        }
        return first.relabelled(name, grades, usable);
    }

    private int decide(double[] votes, double mean) {
        if (this == MEAN) {
            return (int) Math.floor(mean + 0.5);
        }
        int best = 0;
        for (int grade = 1; grade < votes.length; grade++) {
            boolean more = votes[grade] > votes[best];
            boolean nearer = votes[grade] == votes[best] && Math.abs(grade - mean) < Math.abs(best - mean);
            best = more || nearer ? grade : best;
        }
        return best;
    }
}
