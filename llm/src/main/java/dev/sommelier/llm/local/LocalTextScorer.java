package dev.sommelier.llm.local;

import dev.langchain4j.data.message.ChatMessage;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import java.util.List;

/// Reads a text's likelihood from the logits before each of its tokens.
final class LocalTextScorer implements TextScorer {
    private final LocalEngine engine;

    LocalTextScorer(LocalEngine engine) {
        this.engine = engine;
    }

    @Override
    public TextScore score(List<ChatMessage> messages, String text) {
        int[] tokens = engine.vocabulary().data(text);
        if (tokens.length == 0) {
            throw new SommelierException(
                    "The text to score is empty, which has no likelihood; leave the pair out or give a text.");
        }
        // The last token is only read, never decoded.
        var sum = engine.after(messages, tokens.length - 1, next -> next.text(tokens));
        return new TextScore(sum.value(), tokens.length, sum.usage());
    }
}
