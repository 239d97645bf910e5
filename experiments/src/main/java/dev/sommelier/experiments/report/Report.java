package dev.sommelier.experiments.report;

import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.DifferenceTable;
import dev.sommelier.experiments.RankingTable;
import dev.sommelier.experiments.RatingTable;
import java.util.List;
import java.util.Optional;

/// What one experiment has to show, in plain records that every renderer reads and JSON holds.
///
/// @param title the question, such as `Who recommends best on MovieLens 100K?`
/// @param subtitle one line under it: data set, model, date
/// @param ranking the rankings of all contenders, the agents included, over the same users
/// @param differences each contender against the agent over those users, one table for each metric
/// @param classics the classic contenders over all test users
/// @param ratings the rating predictors
/// @param traces a few runs of the agent, readable
/// @param provenance everything needed to make the report again
/// @param warnings what a reader must know before believing a figure; [Cautions] makes the usual ones
public record Report(
        String title,
        String subtitle,
        Optional<RankingTable> ranking,
        List<DifferenceTable> differences,
        Optional<RankingTable> classics,
        Optional<RatingTable> ratings,
        List<Trace> traces,
        Provenance provenance,
        List<String> warnings) {
    public Report {
        differences = List.copyOf(differences);
        traces = List.copyOf(traces);
        warnings = List.copyOf(warnings);
    }

    /// One run, as text.
    ///
    /// @param title whose run it was and what came of it
    /// @param text the run, line by line
    public record Trace(String title, String text) {}
}
