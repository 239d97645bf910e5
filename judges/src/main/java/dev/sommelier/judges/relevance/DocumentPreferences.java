package dev.sommelier.judges.relevance;

import dev.langchain4j.data.message.ChatMessage;
import dev.sommelier.core.Document;
import dev.sommelier.core.Topic;
import dev.sommelier.judges.preference.Preference;
import dev.sommelier.judges.preference.PreferenceOutcome;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Says which of two documents answers a topic better, each pair asked in both orders.
///
/// Safe for use by several threads when its model is.
///
/// ```java
/// var duels = List.of(new DocumentPreferences.Duel(topic, first, second));
/// PreferenceOutcome outcome = new DocumentPreferences(JudgeSettings.of("pairwise"), model).compare(duels).getFirst();
/// ```
public final class DocumentPreferences {
    private final LanguageModel model;
    private final PairPrompt prompt;

    /// @param settings the truncation; its method and scale mean nothing here
    /// @throws dev.sommelier.llm.ModelFailure if the model gives no label probabilities
    public DocumentPreferences(JudgeSettings settings, LanguageModel model) {
        Needs.check("a preference between documents", true, false, false, model);
        this.model = model;
        this.prompt = new PairPrompt("judge-pairwise", settings, model.tokens());
    }

    /// Two documents for one topic.
    public record Duel(Topic topic, Document first, Document second) {}

    /// Name, version and hash of the prompt.
    public String label() {
        return prompt.label();
    }

    /// One outcome for each duel, in order; what would stop every duel is thrown.
    public List<PreferenceOutcome> compare(List<Duel> duels) {
        return read(duels).stream()
                .map(reading ->
                        reading.<PreferenceOutcome>fold(PreferenceOutcome.Compared::new, PreferenceOutcome.Failed::new))
                .toList();
    }

    List<Reading<Preference>> read(List<Duel> duels) {
        var questions = new ArrayList<LabelScorer.Question>();
        for (var duel : duels) {
            questions.add(question(duel.topic(), duel.first(), duel.second()));
            questions.add(question(duel.topic(), duel.second(), duel.first()));
        }
        var read = Readings.labels(model, questions);
        var preferences = new ArrayList<Reading<Preference>>();
        for (int i = 0; i < duels.size(); i++) {
            var swapped = read.get(2 * i + 1);
            preferences.add(read.get(2 * i).then(scores -> swapped.then(others -> preference(scores, others))));
        }
        return preferences;
    }

    private static Reading<Preference> preference(LabelScores inOrder, LabelScores swapped) {
        boolean finite = DoubleStream.concat(
                        inOrder.probabilities().stream().mapToDouble(p -> p),
                        swapped.probabilities().stream().mapToDouble(p -> p))
                .allMatch(Double::isFinite);
        return finite
                ? new Reading.Read<>(Preference.of(inOrder, swapped))
                : new Reading.Missing<>("engine", "the model gave no answer a finite probability");
    }

    private LabelScorer.Question question(Topic topic, Document first, Document second) {
        var pair = new RelevancePair(topic, first);
        List<ChatMessage> messages = prompt.messages(
                pair,
                Map.of(
                        "first",
                        Value.data(prompt.passage(pair)),
                        "second",
                        Value.data(prompt.passage(new RelevancePair(topic, second)))));
        return new LabelScorer.Question(messages, Preference.LABELS);
    }
}
