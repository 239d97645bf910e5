package dev.sommelier.evaluation.trec;

/// Formulas of graded relevance.
final class Gain {
    private static final int HIGHEST = 4;

    private Gain() {}

    static double ndcg(JudgedRanking topic, int k) {
        double gain = 0;
        int end = Math.min(k, topic.size());
        for (int i = 0; i < end; i++) {
            if (topic.grade(i) > 0) {
                gain += topic.grade(i) / Discount.at(i);
            }
        }
        double ideal = 0;
        end = Math.min(k, topic.judgedSize());
        for (int i = 0; i < end && topic.idealGrade(i) > 0; i++) {
            ideal += topic.idealGrade(i) / Discount.at(i);
        }
        return ideal > 0 ? gain / ideal : 0;
    }

    static double err(JudgedRanking topic, int k) {
        int end = Math.min(k, topic.size());
        double score = 0;
        double goesOn = 1;
        for (int i = 0; i < end; i++) {
            int grade = Math.clamp(topic.grade(i), 0, HIGHEST);
            double stops = ((1 << grade) - 1) / (double) (1 << HIGHEST);
            score += stops * goesOn / (i + 1);
            goesOn *= 1 - stops;
        }
        return score;
    }
}
