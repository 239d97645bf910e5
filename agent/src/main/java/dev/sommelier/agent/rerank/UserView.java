package dev.sommelier.agent.rerank;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.prompts.Segment;
import java.util.List;

/// What a prompt tells of a user. Immutable; safe for use by several threads.
public sealed interface UserView permits HistoryView, CompanyView {
    /// The lines, titles as data.
    List<Segment> lines(Catalog catalog, History history);

    /// The prompts of its own with their hashes; empty where it has none.
    String facts();
}
