package dev.sommelier.judges;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.ClickPredictor;
import dev.sommelier.core.History;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScorer;
import java.util.List;

/// A language model's probability that a user chooses or likes an item: P(yes) / (P(yes) + P(no)), read and never
/// parsed. Source: Liu et al. (RecBench), [arXiv:2503.05493](https://arxiv.org/abs/2503.05493).
///
/// Safe for use by several threads when the scorer is.
///
/// ```
/// var judge = LlmClickPredictor.zeroShot(engine.labels(), catalog, scale, Question.CLICK, HistoryPolicy.DEFAULT);
/// double chosen = judge.predict(history, "50");
/// ```
public final class LlmClickPredictor implements ClickPredictor {
    private final String name;
    private final LabelScorer scorer;
    private final List<String> labels;
    private final RatingPrompt prompt;
    private final String shots;
    private Usage usage = Usage.NONE;

    /// What the model is asked.
    public enum Question {
        /// Whether the user would choose the item: Yes or No.
        CLICK("LLM click", "click", "Yes", "No"),
        /// Whether the user would like the item: like or dislike.
        LIKE("LLM like", "like", "like", "dislike");

        private final String title;
        private final String template;
        private final String yes;
        private final String no;

        Question(String title, String template, String yes, String no) {
            this.title = title;
            this.template = template;
            this.yes = yes;
            this.no = no;
        }

        private List<String> labels() {
            return List.of(yes, no);
        }
    }

    private LlmClickPredictor(String name, LabelScorer scorer, List<String> labels, RatingPrompt prompt, String shots) {
        this.name = name;
        this.scorer = scorer;
        this.labels = labels;
        this.prompt = prompt;
        this.shots = shots;
    }

    /// Without examples.
    ///
    /// @param scale of the ratings that the history shows
    public static LlmClickPredictor zeroShot(
            LabelScorer scorer, Catalog catalog, RatingScale scale, Question question, HistoryPolicy policy) {
        var prompt = new RatingPrompt(question.template, catalog, StarLabels.of(scale), policy);
        return new LlmClickPredictor(question.title, scorer, question.labels(), prompt, "");
    }

    /// Below what other users chose.
    ///
    /// @param examples pairs of users that are not judged, at least one
    /// @param liked ratings from here on count as chosen
    public static LlmClickPredictor fewShot(
            LabelScorer scorer,
            Catalog catalog,
            RatingScale scale,
            HistoryPolicy policy,
            List<RatingPair> examples,
            double liked) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("few-shot needs at least one example");
        }
        var question = Question.CLICK;
        var prompt = new RatingPrompt(question.template, catalog, StarLabels.of(scale), policy)
                .withExamples(
                        "click-few-shot",
                        examples,
                        "Next: ",
                        pair -> "\nWould the user choose it? " + (pair.truth() >= liked ? "Yes" : "No"));
        return new LlmClickPredictor(
                question.title + ", few-shot", scorer, question.labels(), prompt, ", shots=" + examples.size());
    }

    @Override
    public String name() {
        return name;
    }

    /// What decided the predictions besides the model.
    public String parameters() {
        return prompt.words() + ", labels=" + String.join("/", labels) + shots;
    }

    /// @throws SommelierException if the pair could not be judged
    /// @throws ModelFailure if all later pairs would fail in the same way
    /// @throws IllegalArgumentException if the item or one of the history's is not in the catalogue
    @Override
    public double predict(History history, String item) {
        var scores = scorer.score(prompt.messages(history, item), labels);
        add(scores.usage());
        double probability = scores.probabilities().getFirst();
        if (!Double.isFinite(probability)) {
            throw new SommelierException(
                    "the model gave no answer a finite probability; the pair is counted as failed.");
        }
        return probability;
    }

    /// What all judgments so far cost together, without those that failed.
    public synchronized Usage usage() {
        return usage;
    }

    private synchronized void add(Usage more) {
        usage = usage.plus(more);
    }
}
