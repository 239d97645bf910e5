package dev.sommelier.evaluation.trec;

/// Formulas of graded relevance.
final class Gain {
    private static final int HIGHEST = 4;
    private static final double LN_2 = Math.log(2);

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

    static double g(JudgedRanking topic) {
        double cost = 0;
        double gain = 0;
        double sum = 0;
        for (int i = 0; i < topic.size(); i++) {
            cost += Math.max(ideal(topic, i), 1);
            int grade = Math.max(topic.grade(i), 0);
            gain += grade;
            sum += grade == 0 ? 0 : grade * LN_2 / Math.log(2 + cost - gain);
        }
        double all = 0;
        for (int i = 0; i < topic.judgedSize(); i++) {
            all += topic.idealGrade(i);
        }
        return all == 0 ? 0 : sum / all;
    }

    static double ndcgRel(JudgedRanking topic) {
        int relevant = topic.relevant(1);
        double gain = 0;
        double ideal = 0;
        double sum = 0;
        int found = 0;
        for (int i = 0; i < Math.max(topic.size(), relevant); i++) {
            ideal += ideal(topic, i) / Discount.at(i);
            if (i < topic.size() && topic.grade(i) > 0) {
                gain += topic.grade(i) / Discount.at(i);
                sum += gain / ideal;
                found++;
            }
        }
        return relevant == 0 ? 0 : (sum + (relevant - found) * gain / ideal) / relevant;
    }

    static double rNdcg(JudgedRanking topic) {
        int relevant = topic.relevant(1);
        double gain = 0;
        double ideal = 0;
        double sum = 0;
        int points = 0;
        for (int i = 0; i < Math.max(topic.size(), relevant); i++) {
            ideal += ideal(topic, i) / Discount.at(i);
            if (i < topic.size() && topic.grade(i) > 0) {
                gain += topic.grade(i) / Discount.at(i);
            }
            if (ideal(topic, i) > ideal(topic, i + 1)) {
                sum += gain / ideal;
                points++;
            }
        }
        if (points == 0) {
            return 0;
        }
        return topic.size() > relevant + 1 ? (sum + gain / ideal) / (points + 1) : sum / points;
    }

    /// The ideal ranking's grade at a rank from 0, 0 after its end.
    private static int ideal(JudgedRanking topic, int rank) {
        return rank < topic.judgedSize() ? topic.idealGrade(rank) : 0;
    }
}
