package dev.sommelier.llm.local;

import dev.langchain4j.data.message.ChatMessage;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import java.util.List;
import java.util.stream.IntStream;

/// Reads a text's likelihood from the logits before each of its tokens.
final class LocalTextScorer implements TextScorer {
    private final LocalEngine engine;

    LocalTextScorer(LocalEngine engine) {
        this.engine = engine;
    }

    @Override
    public TextScore score(List<ChatMessage> messages, String text) {
        return scoreAll(List.of(new Question(messages, text))).getFirst();
    }

    @Override
    public List<TextScore> scoreAll(List<Question> questions) {
        var asks = questions.stream().map(this::ask).toList();
        var readings = engine.readAll(asks);
        return IntStream.range(0, asks.size())
                .mapToObj(i -> new TextScore(
                        readings.get(i).value()[0],
                        asks.get(i).paths().getFirst().length,
                        readings.get(i).usage()))
                .toList();
    }

    private Ask ask(Question question) {
        int[] tokens = engine.vocabulary().data(question.text());
        if (tokens.length == 0) {
            throw new SommelierException(
                    "The text to score is empty, which has no likelihood; leave the pair out or give a text.");
        }
        return new Ask(engine.chunks(question.messages()), List.of(tokens), next -> new double[] {next.text(tokens)});
    }
}
