package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.io.Hashes;
import dev.sommelier.judges.calibration.Calibration;
import dev.sommelier.judges.calibration.CalibrationFile;
import dev.sommelier.judges.calibration.PerTopic;
import dev.sommelier.llm.LanguageModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Measures a pair's signals and decides by a calibration.
///
/// A calibration whose signals are made comparable between topics compares a pair with those of its topic in the batch.
final class SignalJudge extends ModelJudge {
    /// With fewer pairs of a topic nothing can be said of where one stands among them.
    static final int FEWEST = 5;

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
        if (calibration.perTopic() != PerTopic.NONE) {
            facts = facts.with("signals per topic", calibration.perTopic().words() + ", within a batch");
        }
        for (var fact : new TreeMap<>(calibration.facts()).entrySet()) {
            facts = facts.with("calibration: " + fact.getKey(), fact.getValue());
        }
        return facts;
    }

    @Override
    public boolean together() {
        return calibration.perTopic() != PerTopic.NONE;
    }

    @Override
    public List<Judgment> judge(List<RelevancePair> batch) {
        var readings = signals.read(batch);
        var byTopic = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < batch.size(); i++) {
            if (readings.get(i) instanceof Reading.Read<SignalSource.Signals>) {
                byTopic.computeIfAbsent(batch.get(i).topic().id(), topic -> new ArrayList<>())
                        .add(i);
            }
        }
        var outcomes = new HashMap<Integer, Calibration.Outcome>();
        for (var rows : byTopic.values()) {
            if (calibration.perTopic() == PerTopic.NONE || rows.size() >= FEWEST) {
                var found = calibration.applyTopic(
                        rows.stream().map(row -> values(readings.get(row))).toList());
                for (int n = 0; n < rows.size(); n++) {
                    outcomes.put(rows.get(n), found.get(n));
                }
            }
        }
        var judgments = new ArrayList<Judgment>();
        for (int i = 0; i < batch.size(); i++) {
            var pair = batch.get(i);
            var outcome = Optional.ofNullable(outcomes.get(i));
            judgments.add(readings.get(i).judgment(pair, read -> judgment(pair, read, outcome)));
        }
        return judgments;
    }

    private static double[] values(Reading<SignalSource.Signals> reading) {
        return reading.<double[]>fold(
                read -> read.values().stream().mapToDouble(value -> value).toArray(), (kind, cause) -> new double[0]);
    }

    private static Judgment judgment(
            RelevancePair pair, SignalSource.Signals read, Optional<Calibration.Outcome> decided) {
        if (decided.isEmpty()) {
            return Reading.failed(
                    pair,
                    "few-of-topic",
                    "the calibration compares a pair with others of its topic and the batch holds fewer than " + FEWEST
                            + " of them; use a --batch that holds a topic's documents",
                    read.usage());
        }
        var outcome = decided.get();
        // One signal is its own score, so that a likelihood stays readable as one.
        double score = read.values().size() == 1 ? read.values().getFirst() : outcome.latent();
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
