package dev.sommelier.experiments.agreement;

import dev.sommelier.evaluation.agreement.GradeScale;
import dev.sommelier.evaluation.agreement.JudgePair;
import dev.sommelier.evaluation.agreement.LabelAgreement;
import dev.sommelier.evaluation.agreement.PairPolicy;
import dev.sommelier.evaluation.agreement.SetDifference;
import java.util.List;

/// How far label sets agree with a human and with each other.
///
/// @param human the human's file
/// @param scale the grades
/// @param policy what became of pairs that could not be compared as they were
/// @param pairs the pairs that the human judged
/// @param topics the human's topics
/// @param sets each label set, in the order given
/// @param ensembles all sets together, by each rule; empty for a single set
/// @param devTopics the topics that weighted ensembles were weighed on; their figures leave these out
/// @param judges the sets measured against each other
/// @param differences each pair of sets, and each ensemble with the best single set, over the same resampled topics
/// @param resamples of the bootstrap over topics
/// @param seed of the bootstrap
/// @param warnings what a reader must know before believing a figure
public record AgreementReport(
        String human,
        GradeScale scale,
        PairPolicy policy,
        int pairs,
        int topics,
        List<LabelAgreement> sets,
        List<LabelAgreement> ensembles,
        List<String> devTopics,
        List<JudgePair> judges,
        List<SetDifference> differences,
        int resamples,
        long seed,
        List<String> warnings) {
    public AgreementReport {
        sets = List.copyOf(sets);
        ensembles = List.copyOf(ensembles);
        devTopics = List.copyOf(devTopics);
        judges = List.copyOf(judges);
        differences = List.copyOf(differences);
        warnings = List.copyOf(warnings);
    }
}
