package dev.sommelier.core;

/// What a system retrieved for one topic: documents with scores, in the order in which they were given. The ranking is
/// made from the scores by whoever evaluates, which also decides ties.
///
/// Immutable as long as the array handed over is left alone.
public final class TopicRun {
    private final String topic;
    private final IdList documents;
    private final double[] scores;

    /// @param documents distinct
    /// @param scores one finite score for each document, higher is better; not copied
    public TopicRun(String topic, IdList documents, double[] scores) {
        if (documents.size() != scores.length) {
            throw new IllegalArgumentException("topic " + topic + ": every document needs a score, got "
                    + documents.size() + " documents and " + scores.length + " scores");
        }
        this.topic = topic;
        this.documents = documents;
        this.scores = scores;
    }

    /// The topic's identifier.
    public String topic() {
        return topic;
    }

    /// The retrieved documents.
    public IdList documents() {
        return documents;
    }

    /// How many documents were retrieved.
    public int size() {
        return scores.length;
    }

    /// The score of the document at a position from 0.
    public double score(int i) {
        return scores[i];
    }
}
