package dev.sommelier.agent;

import dev.sommelier.core.Catalog;
import java.util.List;

/// The lists of many runs as a table: the result of an agent run, the same bytes for the same seed.
public final class RunLists {
    private RunLists() {}

    /// Tab-separated lines `user rank item title` with a header, users in the given order. A failed run has no lines.
    public static String tsv(List<AgentRun> runs, Catalog catalog) {
        var text = new StringBuilder("user\trank\titem\ttitle\n");
        for (var run : runs) {
            int rank = 1;
            for (var item : run.list().items()) {
                text.append(run.user()).append('\t').append(rank++).append('\t');
                text.append(item).append('\t');
                text.append(Observations.oneLine(catalog.item(item).title())).append('\n');
            }
        }
        return text.toString();
    }
}
