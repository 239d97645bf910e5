package dev.sommelier.evaluation.agreement;

import dev.sommelier.evaluation.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Measures label sets: the figures, their intervals over topics, and whether two sets can be told apart.
///
/// @param measures what is computed, in order
/// @param resamples how often topics are resampled
/// @param seed of the resampling; all label sets see the same resamples
public record LabelAgreements(List<AgreementMeasure> measures, int resamples, long seed) {
    public LabelAgreements {
        measures = List.copyOf(measures);
    }

    /// All figures of one label set.
    ///
    /// @param lengths groups of documents, where lengths are known
    public LabelAgreement of(LabelPairs pairs, Optional<LengthBins> lengths) {
        var byTopic = pairs.byTopic();
        var pooled = byTopic.pooled();
        var spread = byTopic.resample(measures, resamples, seed);
        var measured = new ArrayList<MeasuredAgreement>();
        for (int m = 0; m < measures.size(); m++) {
            measured.add(measured(measures.get(m), byTopic, spread.get(m)));
        }
        var perTopic = new ArrayList<GroupAgreement>();
        for (int t = 0; t < byTopic.topics().size(); t++) {
            perTopic.add(GroupAgreement.of(byTopic.topics().get(t), byTopic.table(t), measures));
        }
        return new LabelAgreement(
                pairs.name(),
                pairs.counts(),
                byTopic.topics().size(),
                measured,
                pooled.rows(),
                GradeAgreement.of(pooled),
                perTopic,
                lengths.map(bins -> bins.agreements(pairs, measures)).orElse(List.of()));
    }

    private static MeasuredAgreement measured(AgreementMeasure measure, TopicConfusions byTopic, Distribution spread) {
        double sum = 0;
        int defined = 0;
        int topics = byTopic.topics().size();
        for (int t = 0; t < topics; t++) {
            double value = measure.of(byTopic.table(t));
            if (!Double.isNaN(value)) {
                sum += value;
                defined++;
            }
        }
        return new MeasuredAgreement(
                measure.name(),
                spread.value(),
                spread.interval(),
                spread.undefined(),
                defined == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / defined),
                topics - defined);
    }

    /// Every pair of label sets compared by one measure over the same resampled topics. Each set is measured on the
    /// pairs that it has.
    public List<SetDifference> differences(List<LabelPairs> sets, AgreementMeasure measure) {
        var tables = sets.stream().map(LabelPairs::byTopic).toList();
        var differences = new ArrayList<SetDifference>();
        for (int i = 0; i < sets.size(); i++) {
            for (int j = i + 1; j < sets.size(); j++) {
                var spread = tables.get(i)
                        .resampleDifference(tables.get(j), List.of(measure), resamples, seed)
                        .getFirst();
                differences.add(new SetDifference(
                        sets.get(i).name(), sets.get(j).name(), measure.name(), spread.interval(), spread.undefined()));
            }
        }
        return List.copyOf(differences);
    }

    /// Every pair of label sets measured against each other, on the pairs that both have.
    public static List<JudgePair> between(List<LabelPairs> sets, List<AgreementMeasure> measures) {
        var pairs = new ArrayList<JudgePair>();
        for (int i = 0; i < sets.size(); i++) {
            for (int j = i + 1; j < sets.size(); j++) {
                var first = sets.get(i);
                var second = sets.get(j);
                var table = new Confusion(first.scale());
                for (int pair = 0; pair < first.size(); pair++) {
                    if (first.compared(pair) && second.compared(pair)) {
                        table.add(first.label(pair), second.label(pair));
                    }
                }
                var values = GroupAgreement.of(first.name() + " / " + second.name(), table, measures);
                pairs.add(new JudgePair(first.name(), second.name(), table.total(), values.values()));
            }
        }
        return List.copyOf(pairs);
    }

    /// The measures of a scale, 2,000 resamples.
    public static LabelAgreements standard(GradeScale scale, long seed) {
        return new LabelAgreements(AgreementMeasure.all(scale), 2000, seed);
    }

    /// The names of the measures in order.
    public List<String> names() {
        return measures.stream().map(AgreementMeasure::name).toList();
    }
}
