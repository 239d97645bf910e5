package dev.sommelier.agent.rerank;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Segment;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A user's own history, and below it what other users of similar taste liked: one line for each of them with their
/// best rated items (of equal ratings the last) among those that the user has not had contact with. Others who know
/// nothing that is new to the user are left out.
///
/// So a language model that was never trained on these users is told what collaborative filtering knows. The same is
/// told before every candidate, so the candidates share its reading.
///
/// @param own what is told of the user's own history
/// @param company the others for a history, the most similar first; their histories must come from training alone
/// @param items how many items of each other user are told at most, at least 1
public record CompanyView(HistoryView own, Function<History, List<History>> company, int items) implements UserView {
    private static final PromptTemplate TEMPLATE = PromptTemplate.load("rerank-company");

    public CompanyView {
        if (items < 1) {
            throw new IllegalArgumentException("items of a similar user must be at least 1, got " + items);
        }
    }

    @Override
    public List<Segment> lines(Catalog catalog, History history) {
        var best = new HistoryView(items, HistoryView.Choice.RATING, Optional.empty());
        var known = history.items();
        var lines = new ArrayList<Segment>();
        for (var other : company.apply(history)) {
            var news = other.events().stream()
                    .filter(event -> !known.contains(event.item()))
                    .toList();
            var told = best.events(new History(other.user(), news));
            for (int i = 0; i < told.size(); i++) {
                lines.add(new Segment.Trusted(i > 0 ? "; " : lines.isEmpty() ? "- " : "\n- "));
                lines.add(new Segment.Data(
                        Titles.oneLine(catalog.item(told.get(i).item()).title())));
            }
        }
        var company = lines.isEmpty() ? List.<Segment>of(new Segment.Trusted("(nobody yet)")) : lines;
        return TEMPLATE.render(Map.of("history", Value.of(own.lines(catalog, history)), "company", Value.of(company)))
                .user()
                .segments();
    }

    @Override
    public String facts() {
        return TEMPLATE.id() + "@" + TEMPLATE.version() + " (" + TEMPLATE.hash() + ")";
    }
}
