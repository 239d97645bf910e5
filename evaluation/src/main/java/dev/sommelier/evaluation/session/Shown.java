package dev.sommelier.evaluation.session;

/// A document that a user was shown.
///
/// @param document its identifier
/// @param grade its relevance, 0 for none
/// @param length the length of the text that is read, in characters; 0 where not known
public record Shown(String document, int grade, int length) {
    public Shown {
        if (grade < 0 || length < 0) {
            throw new IllegalArgumentException("grade and length must be at least 0, got " + grade + " and " + length);
        }
    }

    /// A document whose length does not matter.
    public Shown(String document, int grade) {
        this(document, grade, 0);
    }
}
