package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.io.Hashes;
import dev.sommelier.judges.calibration.Calibration;
import dev.sommelier.judges.calibration.CalibrationFile;
import dev.sommelier.llm.LanguageModel;
import java.util.List;
import java.util.TreeMap;

/// Measures a pair's signals and decides by a calibration.
final class SignalJudge extends ModelJudge {
    private final SignalReader signals;
    private final Calibration calibration;

    SignalJudge(JudgeSettings settings, LanguageModel model, SignalReader signals, Calibration calibration) {
        super(settings, model);
        this.signals = signals;
        this.calibration = calibration;
    }

    @Override
    public Provenance facts() {
        var facts = JudgeFacts.of(settings, model)
                .with("signals", signals.facts())
                .with("answer", "likelihoods, probabilities and measures, nothing generated")
                .with("decision rule", calibration.rule().words())
                .with("calibration", Hashes.sha256(CalibrationFile.write(calibration)));
        for (var fact : new TreeMap<>(calibration.facts()).entrySet()) {
            facts = facts.with("calibration: " + fact.getKey(), fact.getValue());
        }
        return facts;
    }

    @Override
    public List<Judgment> judge(List<RelevancePair> batch) {
        return Readings.judgments(batch, signals.read(batch), this::judgment);
    }

    private Judgment judgment(RelevancePair pair, SignalSource.Signals read) {
        double[] values = read.values().stream().mapToDouble(value -> value).toArray();
        var outcome = calibration.apply(values);
        // One signal is its own score, so that a likelihood stays readable as one.
        double score = values.length == 1 ? values[0] : outcome.latent();
        return new Judgment.Graded(
                pair.topic().id(),
                pair.document().id(),
                outcome.grade(),
                outcome.probabilities(),
                score,
                "",
                read.usage());
    }
}
