package dev.sommelier.evaluation.trec;

/// A value from a ranking and the lowest relevant grade.
interface Formula {
    double of(JudgedRanking topic, int level);
}
