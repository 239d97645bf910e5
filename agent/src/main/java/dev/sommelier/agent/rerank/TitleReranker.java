package dev.sommelier.agent.rerank;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.prompts.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How likely each title is as the model's reply after the user's history: the mean log-likelihood a token, or how much
/// the history raises it above the title's likelihood without any history.
///
/// A title that the model knows well is likely for everybody; taking the likelihood without history away leaves what
/// the history says, as pointwise mutual information does. Nothing is generated; all items of a user share the whole
/// prompt. Source of likelihood as a ranking score: Sachan et al., *Improving passage retrieval with zero-shot question
/// generation*, EMNLP 2022, [arXiv:2204.07496](https://arxiv.org/abs/2204.07496).
public final class TitleReranker implements Reranker {
    private final TextScorer scorer;
    private final Catalog catalog;
    private final UserView view;
    private final boolean relative;
    private final Map<String, TextScore> priors = new ConcurrentHashMap<>();

    /// @param scorer the model
    /// @param catalog the items, for their titles
    /// @param view what is told of the user
    /// @param relative whether the likelihood without history is taken away
    public TitleReranker(TextScorer scorer, Catalog catalog, UserView view, boolean relative) {
        this.scorer = scorer;
        this.catalog = catalog;
        this.view = view;
        this.relative = relative;
    }

    @Override
    public RerankScores score(History history, List<String> items) {
        var messages = messages(view.lines(catalog, history));
        var answers = scorer.scoreAll(items.stream()
                .map(item -> new TextScorer.Question(messages, title(item)))
                .toList());
        var usage = answers.stream().map(TextScore::usage).reduce(Usage.NONE, Usage::plus);
        var scores = new ArrayList<Double>();
        for (int i = 0; i < items.size(); i++) {
            double score = answers.get(i).mean();
            if (relative) {
                boolean known = priors.containsKey(items.get(i));
                var prior = prior(items.get(i));
                score -= prior.mean();
                usage = known ? usage : usage.plus(prior.usage());
            }
            scores.add(score);
        }
        return new RerankScores(scores, usage);
    }

    /// One by one: a score that shared a batch with others could differ in its last bits from run to run.
    private TextScore prior(String item) {
        return priors.computeIfAbsent(
                item, one -> scorer.score(messages(List.of(new Segment.Trusted("(none yet)"))), title(one)));
    }

    private String title(String item) {
        return RerankPrompts.titleOf(catalog, item);
    }

    private List<ChatMessage> messages(List<Segment> told) {
        var prompt = RerankPrompts.title(told);
        return List.of(
                SystemMessage.from(prompt.system().text()),
                UserMessage.from(prompt.user().text()));
    }

    @Override
    public String facts() {
        return (RerankPrompts.titleFacts() + " " + view.facts()).strip();
    }
}
