package dev.sommelier.evaluation.trec;

/// One topic's ranking as grades, and the grades there are to find.
///
/// Immutable; the arrays handed over must not change.
public final class JudgedRanking {
    /// The document at a rank is not in the qrels.
    public static final int NOT_IN_QRELS = -1;

    /// The document at a rank is in the qrels with a negative grade: in the pool, but unjudged.
    public static final int POOLED_UNJUDGED = -2;

    private final int[] ranked;
    private final int[] judged;

    /// @param ranked for each rank the grade, [#NOT_IN_QRELS] or [#POOLED_UNJUDGED]
    /// @param judged all non-negative grades of the topic's qrels, highest first
    public JudgedRanking(int[] ranked, int[] judged) {
        this.ranked = ranked;
        this.judged = judged;
    }

    /// How many documents are ranked.
    public int size() {
        return ranked.length;
    }

    /// The grade at a rank from 0, or one of the two negative marks.
    public int grade(int rank) {
        return ranked[rank];
    }

    /// How many documents have a non-negative grade.
    public int judgedSize() {
        return judged.length;
    }

    /// The grade at a rank from 0 of the best possible ranking.
    public int idealGrade(int rank) {
        return judged[rank];
    }

    /// How many documents are relevant.
    public int relevant(int level) {
        int count = 0;
        while (count < judged.length && judged[count] >= level) {
            count++;
        }
        return count;
    }

    /// How many relevant documents are among the first `k`, or in all if there are fewer.
    public int relevantWithin(int k, int level) {
        int count = 0;
        int end = Math.min(k, ranked.length);
        for (int i = 0; i < end; i++) {
            if (ranked[i] >= level) {
                count++;
            }
        }
        return count;
    }

    /// How many relevant documents are ranked.
    public int relevantRanked(int level) {
        return relevantWithin(ranked.length, level);
    }
}
