package dev.sommelier.evaluation.trec;

/// Counts, summed over topics. Range: whole numbers from 0. Source: trec_eval.
public enum CountMeasure implements Measure {
    /// Topics evaluated: 1 each.
    NUM_Q("num_q") {
        @Override
        public double of(JudgedRanking topic, int level) {
            return 1;
        }
    },
    /// Ranked documents.
    NUM_RET("num_ret") {
        @Override
        public double of(JudgedRanking topic, int level) {
            return topic.size();
        }
    },
    /// Relevant documents in the qrels.
    NUM_REL("num_rel") {
        @Override
        public double of(JudgedRanking topic, int level) {
            return topic.relevant(level);
        }
    },
    /// Relevant documents ranked.
    NUM_REL_RET("num_rel_ret") {
        @Override
        public double of(JudgedRanking topic, int level) {
            return topic.relevantRanked(level);
        }
    },
    /// Documents ranked that are judged and not relevant.
    NUM_NONREL_JUDGED_RET("num_nonrel_judged_ret") {
        @Override
        public double of(JudgedRanking topic, int level) {
            return topic.relevantRanked(0) - topic.relevantRanked(Math.max(level, 0));
        }
    };

    private final String trecName;

    CountMeasure(String trecName) {
        this.trecName = trecName;
    }

    @Override
    public String label() {
        return trecName;
    }

    @Override
    public Summary summary() {
        return Summary.SUM;
    }
}
