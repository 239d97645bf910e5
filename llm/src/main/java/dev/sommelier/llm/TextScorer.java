package dev.sommelier.llm;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;

/// Tells how likely a text is as the model's own reply, such as a query after the passage that should answer it. Small
/// models judge better by likelihood than by answering a question about it.
///
/// ```java
/// var prompt = List.of(SystemMessage.from(instruction), UserMessage.from(passage));
/// double fit = engine.texts().score(prompt, query).mean();
/// ```
public interface TextScorer {
    /// The log-likelihood of a text as the beginning of the assistant's reply.
    ///
    /// The text is taken as it is, without a leading space and without the end of the turn. The system message is the
    /// prefix that calls share, and calls with the same messages in a row share all of them. Message texts and the
    /// scored text never become special tokens. The result does not depend on earlier calls.
    ///
    /// @param messages the dialogue up to the reply; the last message is the user's
    /// @param text at least one token
    /// @throws dev.sommelier.core.SommelierException if the text is empty, or if prompt and text do not fit the context
    TextScore score(List<ChatMessage> messages, String text);

    /// One call of [#score].
    record Question(List<ChatMessage> messages, String text) {
        public Question {
            messages = List.copyOf(messages);
        }
    }

    /// The scores of several texts, in order; engines that can read them together do. The result depends on the
    /// questions and their order alone. If one of them cannot be scored, none is, and the exception is that of
    /// [#score].
    default List<TextScore> scoreAll(List<Question> questions) {
        return questions.stream()
                .map(question -> score(question.messages(), question.text()))
                .toList();
    }
}
