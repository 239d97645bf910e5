package dev.sommelier.evaluation.trec;

import dev.sommelier.core.SommelierException;

/// What trec_eval's options of the same letters say.
///
/// @param level the lowest grade that counts as relevant in measures of binary relevance (`-l`), at least 0
/// @param complete whether means are over all topics of the qrels, a topic without results scoring zero (`-c`)
/// @param judgedOnly whether unjudged documents are taken out of the ranking first (`-J`)
/// @param maxDocuments how many documents of a topic count, after ranking (`-M`), at least 1
public record TrecOptions(int level, boolean complete, boolean judgedOnly, int maxDocuments) {
    public TrecOptions {
        if (level < 0) {
            throw new SommelierException(
                    "the lowest relevant grade (-l) must be at least 0, got " + level + "; 1 is the usual one.");
        }
        if (maxDocuments < 1) {
            throw new SommelierException("the number of documents of a topic (-M) must be at least 1, got "
                    + maxDocuments + "; leave it out for all.");
        }
    }

    /// Grade 1 and up is relevant, topics in both files, all documents.
    public static TrecOptions defaults() {
        return new TrecOptions(1, false, false, Integer.MAX_VALUE);
    }

    /// The same with another lowest relevant grade.
    public TrecOptions withLevel(int lowest) {
        return new TrecOptions(lowest, complete, judgedOnly, maxDocuments);
    }

    /// The same over all topics of the qrels, or over the common ones.
    public TrecOptions withComplete(boolean all) {
        return new TrecOptions(level, all, judgedOnly, maxDocuments);
    }

    /// The same over judged documents only, or over all.
    public TrecOptions withJudgedOnly(boolean only) {
        return new TrecOptions(level, complete, only, maxDocuments);
    }

    /// The same with another number of documents.
    public TrecOptions withMaxDocuments(int most) {
        return new TrecOptions(level, complete, judgedOnly, most);
    }
}
