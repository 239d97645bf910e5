package dev.sommelier.judges.preference;

import java.util.List;

/// Says which of two answers to an instruction is better.
public interface AnswerJudge {
    /// The method's name, such as `llm-reference`.
    String name();

    /// What decides besides the model, in one line.
    String parameters();

    /// One outcome for each pair, in order; what would stop every pair is thrown.
    List<PreferenceOutcome> compare(List<AnswerPair> pairs);
}
