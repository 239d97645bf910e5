package dev.sommelier.judges.preference;

/// What came of comparing two texts.
public sealed interface PreferenceOutcome {
    /// A preference.
    record Compared(Preference preference) implements PreferenceOutcome {}

    /// None.
    ///
    /// @param kind the kind of cause in one stable word, to count by
    /// @param cause the reason in a sentence
    record Failed(String kind, String cause) implements PreferenceOutcome {}
}
