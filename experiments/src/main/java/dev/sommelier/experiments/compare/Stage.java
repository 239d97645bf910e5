package dev.sommelier.experiments.compare;

import dev.sommelier.experiments.compare.spec.ContenderSpec;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import java.util.List;
import java.util.Optional;

/// One task on one data set, with one set of candidates where the task has them: what one table shows.
///
/// @param title for people, such as `ml-100k: re-ranking of ease's top 20`
/// @param data the data set's name
/// @param task what is asked
/// @param source who gives the candidates
/// @param contenders who is asked, in order
/// @param users how many users they are asked about
public record Stage(
        String title,
        String data,
        TaskSpec task,
        Optional<ContenderSpec> source,
        List<ContenderSpec> contenders,
        int users) {
    public Stage {
        contenders = List.copyOf(contenders);
    }

    /// How many items a user is asked about; 0 for the whole catalogue.
    public int items() {
        return switch (task) {
            case TaskSpec.Ranking ranking -> 0;
            case TaskSpec.Rerank rerank -> rerank.depth();
            case TaskSpec.Rating rating -> 1;
            case TaskSpec.Click click -> 1 + click.negatives();
        };
    }
}
