package dev.sommelier.evaluation.trec;

/// Formulas of binary relevance, in trec_eval's order of operations.
final class Binary {
    private Binary() {}

    static double averagePrecision(JudgedRanking topic, int level) {
        return averagePrecision(topic, topic.size(), level);
    }

    static double averagePrecision(JudgedRanking topic, int k, int level) {
        int end = Math.min(k, topic.size());
        int hits = 0;
        double sum = 0;
        for (int i = 0; i < end; i++) {
            if (topic.grade(i) >= level) {
                hits++;
                sum += (double) hits / (i + 1);
            }
        }
        return hits == 0 ? 0 : sum / topic.relevant(level);
    }

    static double recall(JudgedRanking topic, int k, int level) {
        int relevant = topic.relevant(level);
        return relevant == 0 ? 0 : (double) topic.relevantWithin(k, level) / relevant;
    }

    static double rPrecision(JudgedRanking topic, int level) {
        int relevant = topic.relevant(level);
        return relevant == 0 ? 0 : (double) topic.relevantWithin(relevant, level) / relevant;
    }

    static double reciprocalRank(JudgedRanking topic, int k, int level) {
        int end = Math.min(k, topic.size());
        for (int i = 0; i < end; i++) {
            if (topic.grade(i) >= level) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    static double elevenPoint(JudgedRanking topic, int level) {
        double sum = 0;
        for (int tenth = 10; tenth >= 0; tenth--) {
            sum += new IprecAtRecall(tenth / 10.0).of(topic, level);
        }
        return sum / 11;
    }

    static double binG(JudgedRanking topic, int level) {
        int others = 0;
        double sum = 0;
        for (int i = 0; i < topic.size(); i++) {
            if (topic.grade(i) >= level) {
                sum += 1 / Discount.at(others);
            } else {
                others++;
            }
        }
        int relevant = topic.relevant(level);
        return relevant == 0 ? 0 : sum / relevant;
    }

    static double relativePrecision(JudgedRanking topic, int k, int level) {
        int relevant = topic.relevant(level);
        return relevant == 0 ? 0 : (double) topic.relevantWithin(k, level) / Math.min(k, relevant);
    }
}
