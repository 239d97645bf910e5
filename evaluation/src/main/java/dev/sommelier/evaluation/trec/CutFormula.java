package dev.sommelier.evaluation.trec;

/// A value from a ranking's first documents.
interface CutFormula {
    double of(JudgedRanking topic, int k, int level);
}
