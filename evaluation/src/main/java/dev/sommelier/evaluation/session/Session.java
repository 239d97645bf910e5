package dev.sommelier.evaluation.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A user's queries in order, each with the ranked documents that the user was shown.
///
/// @param queries at least one; a query may have no documents
public record Session(List<List<Shown>> queries) {
    public Session {
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("a session needs at least one query, got none");
        }
        queries = queries.stream().map(List::copyOf).toList();
    }

    /// The session in which a document has, wherever it is shown, the highest grade that it has anywhere. With clicks
    /// as
    /// grades this credits the earlier query that showed a document which the user clicked only later.
    ///
    /// Source: Chen, Dou and Mao, *Session-level normalization and click-through data enhancement for session-based
    /// evaluation*, arXiv 2401.12445, second assumption.
    public Session withLaterLabels() {
        Map<String, Integer> highest = new HashMap<>();
        queries.forEach(query -> query.forEach(shown -> highest.merge(shown.document(), shown.grade(), Math::max)));
        return new Session(queries.stream()
                .map(query -> query.stream()
                        .map(shown -> new Shown(
                                shown.document(),
                                highest.getOrDefault(shown.document(), shown.grade()),
                                shown.length()))
                        .toList())
                .toList());
    }

    /// Every document once, as it is first shown.
    List<Shown> distinct() {
        var first = new LinkedHashMap<String, Shown>();
        queries.forEach(query -> query.forEach(shown -> first.putIfAbsent(shown.document(), shown)));
        return List.copyOf(first.values());
    }
}
