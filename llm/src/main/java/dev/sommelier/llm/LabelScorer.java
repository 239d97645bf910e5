package dev.sommelier.llm;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;

/// Reads from a model how probable each of a closed set of answers is, instead of parsing what it writes.
public interface LabelScorer {
    /// The log-probability of each label as the beginning of the assistant's reply.
    ///
    /// A label of several tokens has the sum over all of them; [LabelLength] tells how to read it. A label counts with
    /// and without a leading space, as models differ in how they begin a reply; where one of these is a single token,
    /// only single tokens count. A reply that begins with `10` also begins with `1` when `10` is two tokens: give no
    /// label that begins another one.
    ///
    /// The system message is the prefix that calls share. Message texts and labels never open a chat turn. The result
    /// does not depend on earlier calls.
    ///
    /// @param messages the dialogue up to the answer; the last message is the user's
    /// @param labels distinct answers, such as `1` to `5` or names
    /// @throws dev.sommelier.core.SommelierException if two labels are the same tokens, or if the prompt with the
    ///     longest label does not fit the context
    LabelScores score(List<ChatMessage> messages, List<String> labels);

    /// One call of [#score].
    record Question(List<ChatMessage> messages, List<String> labels) {
        public Question {
            messages = List.copyOf(messages);
            labels = List.copyOf(labels);
        }
    }

    /// The scores of several prompts, in order; engines that can read them together do. The result depends on the
    /// questions and their order alone. If one of them cannot be scored, none is, and the exception is that of
    /// [#score].
    default List<LabelScores> scoreAll(List<Question> questions) {
        return questions.stream()
                .map(question -> score(question.messages(), question.labels()))
                .toList();
    }
}
