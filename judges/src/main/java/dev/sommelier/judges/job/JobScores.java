package dev.sommelier.judges.job;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.judges.relevance.JudgeSettings;
import dev.sommelier.judges.relevance.SignalReader;
import dev.sommelier.llm.LanguageModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The scores of a job as the values of the signal that its method decides on, so that a calibration need not measure
/// it again.
public final class JobScores {
    private final String signal;
    private final Map<String, Double> values;

    private JobScores(String signal, Map<String, Double> values) {
        this.signal = signal;
        this.values = values;
    }

    /// Reads the scores of every graded pair.
    ///
    /// @param settings scale and truncation under which the signal would be measured now
    /// @param model the model that would measure it
    /// @throws SommelierException if the job's score is no signal, or was made by another model, prompt or truncation
    public static JobScores of(JudgingJob job, JudgeSettings settings, LanguageModel model) {
        var planned = job.plan().settings().values();
        var method = planned.getOrDefault("method", "");
        if (!areSignals(job.plan())) {
            throw new SommelierException(noSignals(job.folder(), job.plan()) + "; leave the job out.");
        }
        var wanted = wanted(method, settings, model);
        var differences = new ArrayList<String>();
        wanted.facts().forEach((key, value) -> {
            var kept = kept(planned, key);
            if (!value.equals(kept)) {
                differences.add(key + ": " + kept + " -> " + value);
            }
        });
        if (!differences.isEmpty()) {
            throw new SommelierException("the scores of " + job.folder() + " do not serve as signal " + method
                    + " here, since they were made otherwise: " + String.join("; ", differences)
                    + "; leave the job out, or calibrate with its model and truncation.");
        }
        var values = new LinkedHashMap<String, Double>();
        job.journal().forEach(unit -> {
            if (JudgmentCodec.judgment(unit) instanceof Judgment.Graded graded) {
                values.put(key(graded.topic(), graded.document()), graded.score());
            }
        });
        return new JobScores(method, values);
    }

    /// Whether the method that a job was planned with decides on a signal.
    public static boolean areSignals(PlanFile plan) {
        return SignalReader.names().contains(method(plan));
    }

    /// Why a job's scores do not serve, as the first half of a sentence.
    public static String noSignals(Path job, PlanFile plan) {
        return job + " was judged by method " + method(plan)
                + ", whose score is no signal as that of query-likelihood, yes-no and grade is";
    }

    private static String method(PlanFile plan) {
        return plan.settings().values().getOrDefault("method", "(none)");
    }

    private static Provenance wanted(String method, JudgeSettings settings, LanguageModel model) {
        var facts = new LinkedHashMap<>(Provenance.compared(model.provenance().facts()));
        facts.put("truncation", settings.truncation().words());
        facts.put("prompt", SignalReader.of(List.of(method), settings, model).facts());
        return new Provenance(facts);
    }

    /// Some methods name their prompt alone, others the signal with it.
    private static String kept(Map<String, String> planned, String key) {
        if (!key.equals("prompt")) {
            return planned.getOrDefault(key, "(none)");
        }
        var prompt = planned.get("prompt");
        return prompt == null
                ? planned.getOrDefault("signals", "(none)")
                : String.join(" ", family(planned.getOrDefault("method", ""))) + " by " + prompt;
    }

    private static List<String> family(String method) {
        return SignalReader.family(method);
    }

    /// The signal's name.
    public String signal() {
        return signal;
    }

    /// A pair's value; empty where the job has no score of it.
    public OptionalDouble value(String topic, String document) {
        var value = values.get(key(topic, document));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String key(String topic, String document) {
        return topic + "\t" + document;
    }
}
