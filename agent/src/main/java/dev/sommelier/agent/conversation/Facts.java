package dev.sommelier.agent.conversation;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Why an item was recommended, in facts that can be checked.
///
/// @param item the item
/// @param because the liked items that speak for it most, the strongest first
/// @param shared attribute values that it shares with the strongest of them, or else its own, such as `genre Comedy`
/// @param constraints the constraints that it meets, in words
/// @param wishes the wishes that were ranked by
public record Facts(
        String item, List<Because> because, List<String> shared, List<String> constraints, List<String> wishes) {
    private static final int MOST_REASONS = 2;

    /// A liked item and its share of what all liked items together add to the score; in (0, 1].
    public record Because(String item, double share) {}

    public Facts {
        because = List.copyOf(because);
        shared = List.copyOf(shared);
        constraints = List.copyOf(constraints);
        wishes = List.copyOf(wishes);
    }

    /// The facts about an item. What a liked item adds is the base recommender's score for a history of it alone, which
    /// for models that are linear in the history (ItemKNN, EASE, SLIM) is its exact contribution.
    static Facts of(Catalog catalog, ItemScorer base, DialogueState state, String item) {
        int position = catalog.position(item);
        var all = new ArrayList<Because>();
        double sum = 0;
        for (var liked : state.liked()) {
            double added = base.score(History.ofLiked(List.of(liked), 1))[position];
            if (added > 0) {
                all.add(new Because(liked, added));
                sum += added;
            }
        }
        double total = sum;
        var because = all.stream()
                .map(one -> new Because(one.item(), one.share() / total))
                .sorted(Comparator.comparingDouble(Because::share).reversed())
                .limit(MOST_REASONS)
                .toList();
        var described = catalog.item(item);
        var shared = new ArrayList<String>();
        for (var attribute : catalog.attributes()) {
            for (var value : described.values(attribute)) {
                boolean common = because.isEmpty()
                        || catalog.item(because.getFirst().item())
                                .values(attribute)
                                .contains(value);
                if (common) {
                    shared.add(attribute + " " + value);
                }
            }
        }
        var met = state.constraints().stream()
                .filter(constraint -> constraint.meets(described))
                .map(constraint -> constraint.text())
                .toList();
        return new Facts(item, because, shared, met, state.wishes());
    }
}
