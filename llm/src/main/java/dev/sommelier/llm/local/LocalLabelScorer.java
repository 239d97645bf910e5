package dev.sommelier.llm.local;

import dev.langchain4j.data.message.ChatMessage;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import java.util.List;
import java.util.stream.IntStream;

/// Reads label probabilities from the logits after the prompt: one read for labels of one token, a walk through the
/// labels' tokens for longer ones.
final class LocalLabelScorer implements LabelScorer {
    private final LocalEngine engine;

    LocalLabelScorer(LocalEngine engine) {
        this.engine = engine;
    }

    @Override
    public LabelScores score(List<ChatMessage> messages, List<String> labels) {
        return scoreAll(List.of(new Question(messages, labels))).getFirst();
    }

    @Override
    public List<LabelScores> scoreAll(List<Question> questions) {
        var sets = questions.stream()
                .map(question -> LabelPaths.of(question.labels(), engine.vocabulary()))
                .toList();
        var asks = IntStream.range(0, sets.size())
                .mapToObj(i -> {
                    var paths = sets.get(i).all();
                    return new Ask(engine.chunks(questions.get(i).messages()), paths, next -> next.paths(paths));
                })
                .toList();
        var readings = engine.readAll(asks);
        return IntStream.range(0, sets.size())
                .mapToObj(i -> sets.get(i)
                        .scores(readings.get(i).value(), readings.get(i).usage()))
                .toList();
    }
}
