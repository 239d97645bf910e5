package dev.sommelier.llm.local;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.sommelier.core.Provenance;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.llm.Tokens;
import java.util.List;

/// The fast mode of a model that reads several prompts together: what many threads ask at the same time is gathered
/// into lists. Which questions share a list depends on timing, so results may differ in rounding from run to run; use
/// the model itself where a result must come out bit for bit again.
///
/// Nobody waits for company: while a list is being read, new questions gather for the next one.
///
/// @param model the model that reads
/// @param mostTogether the most questions of one list
public record GatheringModel(LanguageModel model, int mostTogether) implements LanguageModel {
    public GatheringModel {
        if (mostTogether < 1) {
            throw new IllegalArgumentException("a list has at least 1 question, got " + mostTogether);
        }
    }

    @Override
    public String description() {
        return model.description() + ", gathered";
    }

    @Override
    public Provenance provenance() {
        return model.provenance().with("mode", "fast: concurrent questions share batches, rounding may differ");
    }

    @Override
    public Capabilities capabilities() {
        return model.capabilities();
    }

    @Override
    public ChatModel chat() {
        return model.chat();
    }

    /// A scorer that gathers; share one between the threads.
    @Override
    public LabelScorer labels() {
        var scorer = model.labels();
        var gathering = new Gathering<LabelScorer.Question, LabelScores>(scorer::scoreAll, mostTogether);
        return new LabelScorer() {
            @Override
            public LabelScores score(List<ChatMessage> messages, List<String> labels) {
                return gathering.ask(new LabelScorer.Question(messages, labels));
            }

            @Override
            public List<LabelScores> scoreAll(List<LabelScorer.Question> questions) {
                return scorer.scoreAll(questions);
            }
        };
    }

    /// A scorer that gathers; share one between the threads.
    @Override
    public TextScorer texts() {
        var scorer = model.texts();
        var gathering = new Gathering<TextScorer.Question, TextScore>(scorer::scoreAll, mostTogether);
        return new TextScorer() {
            @Override
            public TextScore score(List<ChatMessage> messages, String text) {
                return gathering.ask(new TextScorer.Question(messages, text));
            }

            @Override
            public List<TextScore> scoreAll(List<TextScorer.Question> questions) {
                return scorer.scoreAll(questions);
            }
        };
    }

    @Override
    public Tokens tokens() {
        return model.tokens();
    }

    @Override
    public void close() {
        model.close();
    }
}
