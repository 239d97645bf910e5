package dev.sommelier.agent.rerank;

import dev.sommelier.core.Catalog;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.RenderedPrompt;
import dev.sommelier.prompts.Segment;
import dev.sommelier.prompts.Value;
import java.util.List;
import java.util.Map;

/// The prompts of the re-rankers that ask for one thing, for those who ask them and for those who teach a model to
/// answer them.
public final class RerankPrompts {
    private static final PromptTemplate TITLE = PromptTemplate.load("rerank-title");
    private static final PromptTemplate YES_NO = PromptTemplate.load("rerank-yes-no");

    private RerankPrompts() {}

    /// What a user chooses next; the reply is a title.
    ///
    /// @param told what is told of the user, as a [UserView] tells it
    public static RenderedPrompt title(List<Segment> told) {
        return TITLE.render(Map.of("history", Value.of(told)));
    }

    /// Whether a user would like an item; the reply is Yes or No.
    ///
    /// @param told what is told of the user, as a [UserView] tells it
    public static RenderedPrompt yesNo(List<Segment> told, Catalog catalog, String item) {
        return YES_NO.render(Map.of(
                "history",
                Value.of(told),
                "title",
                Value.data(titleOf(catalog, item)),
                "kind",
                Value.of(Titles.kind(catalog, item))));
    }

    /// An item's title as prompts and replies write it: on one line.
    public static String titleOf(Catalog catalog, String item) {
        return Titles.oneLine(catalog.item(item).title());
    }

    /// The prompt of [#title] with its hash.
    public static String titleFacts() {
        return facts(TITLE);
    }

    /// The prompt of [#yesNo] with its hash.
    public static String yesNoFacts() {
        return facts(YES_NO);
    }

    private static String facts(PromptTemplate template) {
        return template.id() + "@" + template.version() + " (" + template.hash() + ")";
    }
}
