package dev.sommelier.experiments.agreement;

import dev.sommelier.core.Qrels;
import dev.sommelier.evaluation.agreement.AgreementMeasure;
import dev.sommelier.evaluation.agreement.CohenKappa;
import dev.sommelier.evaluation.agreement.Ensemble;
import dev.sommelier.evaluation.agreement.GradeScale;
import dev.sommelier.evaluation.agreement.LabelAgreement;
import dev.sommelier.evaluation.agreement.LabelAgreements;
import dev.sommelier.evaluation.agreement.LabelPairs;
import dev.sommelier.evaluation.agreement.LabelSet;
import dev.sommelier.evaluation.agreement.LengthBins;
import dev.sommelier.evaluation.agreement.PairPolicy;
import dev.sommelier.evaluation.agreement.SetDifference;
import dev.sommelier.evaluation.agreement.Weighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Measures label sets against a human's.
///
/// @param humanName the human's file
/// @param human the human's grades
/// @param sets the label sets, at least one, with distinct names
/// @param scale the grades
/// @param policy what becomes of pairs that cannot be compared as they are
/// @param lengths each document's length; empty where not known
/// @param devTopics the topics on which to weigh ensembles; empty for unweighted ones only
/// @param resamples of the bootstrap over topics
/// @param seed of the bootstrap
public record AgreementStudy(
        String humanName,
        Qrels human,
        List<LabelSet> sets,
        GradeScale scale,
        PairPolicy policy,
        Map<String, Integer> lengths,
        List<String> devTopics,
        int resamples,
        long seed) {
    private static final int LENGTH_BINS = 5;
    private static final int FEW_TOPICS = 30;
    private static final AgreementMeasure KAPPA = new CohenKappa(Weighting.NONE);

    public AgreementStudy {
        sets = List.copyOf(sets);
        lengths = Map.copyOf(lengths);
        devTopics = List.copyOf(devTopics);
    }

    /// Computes the report.
    ///
    /// @throws dev.sommelier.core.SommelierException where the policy says fail and there is a case
    public AgreementReport report() {
        var pairs = sets.stream()
                .map(set -> LabelPairs.of(human, set, scale, policy))
                .toList();
        var measured = new LabelAgreements(AgreementMeasure.all(scale), resamples, seed);
        var bins = lengths.isEmpty()
                ? Optional.<LengthBins>empty()
                : Optional.of(LengthBins.of(pairs.getFirst(), lengths, LENGTH_BINS));
        var agreements = pairs.stream().map(set -> measured.of(set, bins)).toList();
        var ensembles = ensembles(pairs);
        var joined = ensembles.stream().map(set -> measured.of(set, bins)).toList();
        var topics = pairs.getFirst().topics().size();
        return new AgreementReport(
                humanName,
                scale,
                policy,
                pairs.getFirst().size(),
                topics,
                agreements,
                joined,
                devTopics,
                LabelAgreements.between(pairs, List.of(KAPPA)),
                differences(measured, pairs, ensembles, agreements),
                resamples,
                seed,
                warnings(agreements, topics, bins));
    }

    private List<LabelPairs> ensembles(List<LabelPairs> pairs) {
        if (pairs.size() < 2) {
            return List.of();
        }
        var ensembles = new ArrayList<LabelPairs>();
        for (var rule : Ensemble.values()) {
            ensembles.add(rule.of(pairs));
        }
        if (!devTopics.isEmpty()) {
            for (var rule : Ensemble.values()) {
                ensembles.add(rule.weightedBy(KAPPA, pairs, Set.copyOf(devTopics)));
            }
        }
        return ensembles;
    }

    private static List<SetDifference> differences(
            LabelAgreements measured,
            List<LabelPairs> pairs,
            List<LabelPairs> ensembles,
            List<LabelAgreement> agreements) {
        var differences = new ArrayList<>(measured.differences(pairs, KAPPA));
        var best = agreements.stream()
                .max(Comparator.comparingDouble(
                        set -> set.measure(KAPPA.name()).pooled().orElse(-1)))
                .orElseThrow();
        var bestPairs = pairs.get(agreements.indexOf(best));
        for (var ensemble : ensembles) {
            // A weighted ensemble leaves its dev topics out, and so must what it is compared with.
            var others = ensemble.restricted(bestPairs);
            differences.addAll(measured.differences(List.of(ensemble, others), KAPPA));
        }
        return differences;
    }

    private List<String> warnings(List<LabelAgreement> agreements, int topics, Optional<LengthBins> bins) {
        var warnings = new ArrayList<String>();
        if (topics < FEW_TOPICS) {
            warnings.add("intervals over " + topics + " topics are too narrow: resampling needs about " + FEW_TOPICS
                    + " or more.");
        }
        for (var set : agreements) {
            var counts = set.counts();
            if (counts.outOfRange() + counts.humanOutOfRange() + counts.missing() + counts.failed() + counts.extra()
                    > 0) {
                warnings.add(set.name() + ": " + Counted.words(counts, policy));
            }
        }
        if (bins.isPresent() && bins.get().size() == 0) {
            warnings.add("no judged document has a length: check that the lengths' identifiers are those of the"
                    + " judgements.");
        }
        return warnings;
    }
}
