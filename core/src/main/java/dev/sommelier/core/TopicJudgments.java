package dev.sommelier.core;

/// The judged documents of one topic and their grades, in the order in which they were given.
///
/// Immutable as long as the array handed over is left alone.
public final class TopicJudgments {
    private final String topic;
    private final IdList documents;
    private final int[] grades;

    /// @param documents distinct
    /// @param grades one for each document, not copied; negative grades are the source's own business (trec_eval:
    /// judged
    /// but not part of the pool)
    public TopicJudgments(String topic, IdList documents, int[] grades) {
        if (documents.size() != grades.length) {
            throw new IllegalArgumentException("topic " + topic + ": every document needs a grade, got "
                    + documents.size() + " documents and " + grades.length + " grades");
        }
        this.topic = topic;
        this.documents = documents;
        this.grades = grades;
    }

    /// The topic's identifier.
    public String topic() {
        return topic;
    }

    /// The judged documents.
    public IdList documents() {
        return documents;
    }

    /// How many documents are judged.
    public int size() {
        return grades.length;
    }

    /// The grade of the document at a position from 0.
    public int grade(int i) {
        return grades[i];
    }
}
