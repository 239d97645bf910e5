package dev.sommelier.llm;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;

/// Reads from a model how probable each of a closed set of answers is, instead of parsing what it writes.
public interface LabelScorer {
    /// The log-probability of each label as the next words of the assistant.
    ///
    /// The system message is the prefix that calls share. Message texts never open a chat turn.
    ///
    /// @param messages the dialogue up to the answer; the last message is the user's
    /// @param labels distinct answers, such as `1` to `5`; each is one token of the model
    /// @throws dev.sommelier.core.SommelierException if a label is not one token of this model
    LabelScores score(List<ChatMessage> messages, List<String> labels);
}
