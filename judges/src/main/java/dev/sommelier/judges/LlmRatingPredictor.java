package dev.sommelier.judges;

import dev.langchain4j.data.message.ChatMessage;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.ModelFailure;
import java.time.Duration;
import java.util.List;

/// A language model's expected rating: the mean of the labels under the probabilities the model gives them as its next
/// word. Nothing is generated and nothing is parsed.
///
/// Safe for use by several threads when the scorer is.
///
/// ```
/// var judge = new LlmRatingPredictor(engine.labels(), catalog, new RatingScale(1, 5, 1));
/// double stars = judge.predict(history, "50");
/// ```
public final class LlmRatingPredictor implements RatingPredictor {
    /// The last rated items that the prompt shows.
    public static final int HISTORY_ITEMS = 6;

    private final String name;
    private final LabelScorer scorer;
    private final StarLabels labels;
    private final RatingPrompt prompt;
    private final String shots;
    private Usage usage = Usage.NONE;

    /// Shows the last [#HISTORY_ITEMS] ratings.
    ///
    /// @param scorer the model
    /// @param catalog the items, for their titles
    /// @param scale the data set's ratings; see [StarLabels] for how they become labels
    public LlmRatingPredictor(LabelScorer scorer, Catalog catalog, RatingScale scale) {
        this(scorer, catalog, scale, HISTORY_ITEMS);
    }

    /// @param historyItems the last rated items that the prompt shows, at least 0
    public LlmRatingPredictor(LabelScorer scorer, Catalog catalog, RatingScale scale, int historyItems) {
        this(scorer, catalog, scale, new HistoryPolicy(HistoryPolicy.Kind.LAST, historyItems), List.of());
    }

    /// @param policy the part of the history that the prompt shows
    /// @param examples pairs of users that are not judged, shown with their ratings; none is zero-shot
    public LlmRatingPredictor(
            LabelScorer scorer, Catalog catalog, RatingScale scale, HistoryPolicy policy, List<RatingPair> examples) {
        this.name = examples.isEmpty() ? "LLM" : "LLM, few-shot";
        this.scorer = scorer;
        this.labels = StarLabels.of(scale);
        this.shots = examples.isEmpty() ? "" : ", shots=" + examples.size();
        var zero = new RatingPrompt("rating", catalog, labels, policy);
        this.prompt = examples.isEmpty()
                ? zero
                : zero.withExamples("rating-few-shot", examples, "", pair -> ": " + labels.text(pair.truth()));
    }

    @Override
    public String name() {
        return name;
    }

    /// What decided the predictions besides the model: history, prompt with its hash, labels, examples.
    public String parameters() {
        return prompt.words() + ", labels=" + String.join("", labels.labels()) + (labels.faceValue() ? "" : " mapped")
                + shots;
    }

    /// The expected rating.
    ///
    /// @throws SommelierException if the pair could not be judged; [#judge(History, String)] tells the same as a value
    @Override
    public double predict(History history, String item) {
        return switch (judge(history, item)) {
            case RatingOutcome.Predicted predicted -> predicted.rating();
            case RatingOutcome.Failed failed ->
                throw new SommelierException(failed.cause() + "; the pair is counted as failed.");
        };
    }

    /// The expected rating with the probabilities behind it, or why there is none.
    ///
    /// @throws IllegalArgumentException if the item or one of the history's is not in the catalogue
    /// @throws ModelFailure if all later pairs would fail in the same way
    public RatingOutcome judge(History history, String item) {
        var outcome = ask(prompt.messages(history, item));
        add(outcome.usage());
        return outcome;
    }

    private RatingOutcome ask(List<ChatMessage> messages) {
        try {
            var scores = scorer.score(messages, labels.labels());
            double rating = scores.expected(labels::value);
            return Double.isFinite(rating)
                    ? new RatingOutcome.Predicted(rating, scores.probabilities(), scores.outsideMass(), scores.usage())
                    : new RatingOutcome.Failed("the model gave no label a finite probability", scores.usage());
        } catch (RuntimeException e) {
            if (e instanceof ModelFailure failure && failure.kind().endsJob()) {
                throw failure;
            }
            var message = e.getMessage();
            return new RatingOutcome.Failed(
                    message == null ? e.getClass().getSimpleName() : message, new Usage(1, 0, 0, 0, Duration.ZERO));
        }
    }

    /// What all judgments so far cost together.
    public synchronized Usage usage() {
        return usage;
    }

    private synchronized void add(Usage more) {
        usage = usage.plus(more);
    }
}
