package dev.sommelier.judges.calibration;

import dev.sommelier.evaluation.Auc;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.evaluation.agreement.AgreementMeasure;
import dev.sommelier.evaluation.agreement.CohenKappa;
import dev.sommelier.evaluation.agreement.Confusion;
import dev.sommelier.evaluation.agreement.GradeScale;
import dev.sommelier.evaluation.agreement.KrippendorffAlpha;
import dev.sommelier.evaluation.agreement.TopicConfusions;
import dev.sommelier.evaluation.agreement.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a calibration is worth, cross-validated by topic, and what each signal adds to it.
///
/// Figures of labelled test topics are not comparable with those of judges that never saw any label of the same
/// assessors.
public final class CalibrationStudy {
    private static final List<AgreementMeasure> MEASURES =
            List.of(new CohenKappa(Weighting.NONE), new KrippendorffAlpha(KrippendorffAlpha.Level.ORDINAL));

    private final CalibrationFit fit;
    private final List<LabelledPair> pairs;

    /// @param pairs in file order; at least as many topics as folds
    public CalibrationStudy(CalibrationFit fit, List<LabelledPair> pairs) {
        this.fit = fit;
        this.pairs = List.copyOf(pairs);
    }

    /// One set of signals.
    ///
    /// @param name which signals
    /// @param kappa unweighted, pooled over pairs, its interval over topics
    /// @param alpha ordinal, likewise
    /// @param auc how often a pair of the upper half of the scale has the higher latent number
    /// @param error the expected calibration error of the probability of the upper half
    /// @param difference kappa of all signals minus this kappa, over the same resampled topics; absent for all signals
    public record Row(
            String name,
            Optional<Interval> kappa,
            Optional<Interval> alpha,
            OptionalDouble auc,
            double error,
            Optional<Interval> difference) {}

    /// The study.
    ///
    /// @param all every signal together
    /// @param alone each signal by itself
    /// @param without all signals but one
    /// @param reliability of the probability of the upper half, every signal together
    /// @param labels how often each grade was given, lowest first
    /// @param human how often the human gave it
    public record Report(
            Row all,
            List<Row> alone,
            List<Row> without,
            Reliability reliability,
            List<Integer> labels,
            List<Integer> human) {}

    /// Cross-validates every set.
    public Report report() {
        var signals = fit.signals();
        var all = validated(signals);
        var alone = new ArrayList<Row>();
        var without = new ArrayList<Row>();
        if (signals.size() > 1) {
            for (var signal : signals) {
                alone.add(row(signal + " alone", validated(List.of(signal)), Optional.of(all)));
                var rest =
                        signals.stream().filter(other -> !other.equals(signal)).toList();
                without.add(row("without " + signal, validated(rest), Optional.of(all)));
            }
        }
        return new Report(
                row(String.join(" + ", signals), all, Optional.empty()),
                alone,
                without,
                reliability(all),
                counts(all.stream()
                        .map(outcome -> fit.grades().indexOf(outcome.grade()))
                        .toList()),
                counts(pairs.stream().map(LabelledPair::position).toList()));
    }

    private List<Calibration.Outcome> validated(List<String> signals) {
        return fit.only(signals).crossValidated(fit.project(pairs, signals));
    }

    private Row row(String name, List<Calibration.Outcome> outcomes, Optional<List<Calibration.Outcome>> full) {
        var tables = tables(outcomes);
        var spread = tables.resample(MEASURES, Bootstrap.DEFAULT_RESAMPLES, fit.seed());
        var difference = full.flatMap(all -> tables(all)
                .resampleDifference(tables, MEASURES, Bootstrap.DEFAULT_RESAMPLES, fit.seed())
                .getFirst()
                .interval());
        double[] truth = pairs.stream().mapToDouble(pair -> upper(pair) ? 1 : 0).toArray();
        double[] latent =
                outcomes.stream().mapToDouble(Calibration.Outcome::latent).toArray();
        return new Row(
                name,
                spread.get(0).interval(),
                spread.get(1).interval(),
                Auc.of(truth, latent, 1),
                reliability(outcomes).error(),
                difference);
    }

    private TopicConfusions tables(List<Calibration.Outcome> outcomes) {
        var scale = new GradeScale(0, fit.grades().size() - 1);
        var byTopic = new LinkedHashMap<String, Confusion>();
        for (int i = 0; i < pairs.size(); i++) {
            int label = fit.grades().indexOf(outcomes.get(i).grade());
            byTopic.computeIfAbsent(pairs.get(i).topic(), topic -> new Confusion(scale))
                    .add(pairs.get(i).position(), label);
        }
        return new TopicConfusions(List.copyOf(byTopic.keySet()), List.copyOf(byTopic.values()));
    }

    private Reliability reliability(List<Calibration.Outcome> outcomes) {
        var probabilities = new double[pairs.size()];
        var truth = new boolean[pairs.size()];
        int half = fit.grades().size() / 2;
        for (int i = 0; i < truth.length; i++) {
            var ofGrades = outcomes.get(i).probabilities();
            for (int grade = half; grade < ofGrades.size(); grade++) {
                probabilities[i] += ofGrades.get(grade);
            }
            truth[i] = upper(pairs.get(i));
        }
        return Reliability.of(probabilities, truth);
    }

    private boolean upper(LabelledPair pair) {
        return pair.position() >= fit.grades().size() / 2;
    }

    private List<Integer> counts(List<Integer> positions) {
        var counts = new Integer[fit.grades().size()];
        Arrays.fill(counts, 0);
        positions.forEach(position -> counts[position]++);
        return List.of(counts);
    }
}
