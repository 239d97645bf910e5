package dev.sommelier.evaluation.session;

import java.util.Comparator;
import java.util.List;

/// NUM, the normalised U-measure: the session's [UMeasure] over that of an ideal session, which shows all relevant
/// documents of the session before anything else, in answer to the first query.
///
/// The ideal order is by descending grade, equal grades by ascending length, then as first shown. From 0 to 1 in the
/// usual case; a session whose order suits the lengths better than the grades can pass 1 slightly. Undefined (NaN) when
/// nothing relevant is shown within the patience. To credit documents clicked later, hand over
/// [Session#withLaterLabels].
///
/// Source: Chen, Dou and Mao, *Session-level normalization and click-through data enhancement for session-based
/// evaluation*, arXiv 2401.12445: the first assumption (the ideal session); the order of documents of one grade is
/// ours. It follows the paper's abstract and reviews of it (the session as one query, an ideal session to normalise
/// with, a cost of reformulating), not its formulas, and no published values were at hand.
///
/// @param measure the measure to normalise
public record NormalisedUMeasure(UMeasure measure) implements SessionMetric {
    @Override
    public String name() {
        return "NUM, " + measure.name();
    }

    @Override
    public double of(Session session) {
        var ideal = session.distinct().stream()
                .filter(shown -> shown.grade() > 0)
                .sorted(Comparator.comparingInt((Shown shown) -> -shown.grade()).thenComparingInt(Shown::length))
                .toList();
        double best = measure.of(List.of(ideal));
        return best > 0 ? measure.of(session) / best : Double.NaN;
    }
}
