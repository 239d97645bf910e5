package dev.sommelier.agent.rerank;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.prompts.Segment;
import java.util.List;

/// Asks for each item whether the user would like it: `P(Yes) / (P(Yes) + P(No))`, a probability that is comparable
/// between users too.
///
/// Source: the YES/NO score of Liu et al., *Benchmarking LLMs in recommendation tasks* (RecBench),
/// [arXiv:2503.05493](https://arxiv.org/abs/2503.05493).
public final class YesNoReranker implements Reranker {
    private static final List<String> LABELS = List.of("Yes", "No");

    private final LabelScorer scorer;
    private final Catalog catalog;
    private final UserView view;

    /// @param scorer the model
    /// @param catalog the items, for their titles
    /// @param view what is told of the user
    public YesNoReranker(LabelScorer scorer, Catalog catalog, UserView view) {
        this.scorer = scorer;
        this.catalog = catalog;
        this.view = view;
    }

    @Override
    public RerankScores score(History history, List<String> items) {
        var told = view.lines(catalog, history);
        var answers = scorer.scoreAll(items.stream()
                .map(item -> new LabelScorer.Question(messages(told, item), LABELS))
                .toList());
        return new RerankScores(
                answers.stream()
                        .map(answer -> answer.probabilities().getFirst())
                        .toList(),
                answers.stream().map(LabelScores::usage).reduce(Usage.NONE, Usage::plus));
    }

    private List<ChatMessage> messages(List<Segment> told, String item) {
        var prompt = RerankPrompts.yesNo(told, catalog, item);
        return List.of(
                SystemMessage.from(prompt.system().text()),
                UserMessage.from(prompt.user().text()));
    }

    @Override
    public String facts() {
        return (RerankPrompts.yesNoFacts() + " " + view.facts()).strip();
    }
}
