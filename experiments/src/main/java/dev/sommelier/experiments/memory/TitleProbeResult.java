package dev.sommelier.experiments.memory;

import dev.sommelier.evaluation.Interval;
import java.util.List;

/// What a [TitleProbe] found. Shares are means over titles, from 0 to 1, with 95 % bootstrap intervals.
///
/// @param titles the titles that were asked about
/// @param unfit the items of the catalogue whose title has fewer than three words without its year
/// @param alternatives the rests of other titles beside each true one
/// @param beaten the share of other rests that are less likely than the true one; one half by chance
/// @param first the share of titles whose true rest is more likely than all others
/// @param firstByChance what `first` is by chance
/// @param control as `beaten`, with the same rests behind the first half of another title
/// @param controlFirst as `first` for the control
/// @param difference `beaten` less `control`, title by title: what the first half adds
/// @param perTitle one line for each title
public record TitleProbeResult(
        int titles,
        int unfit,
        int alternatives,
        Interval beaten,
        Interval first,
        double firstByChance,
        Interval control,
        Interval controlFirst,
        Interval difference,
        List<Line> perTitle) {
    /// One title.
    ///
    /// @param item the item's identifier
    /// @param half what the model was given
    /// @param rest what it should know
    /// @param beaten the share of other rests that are less likely
    /// @param control the same behind the first half of another title
    public record Line(String item, String half, String rest, double beaten, double control) {}

    public TitleProbeResult {
        perTitle = List.copyOf(perTitle);
    }
}
