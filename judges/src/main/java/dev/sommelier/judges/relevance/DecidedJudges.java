package dev.sommelier.judges.relevance;

import dev.sommelier.core.SommelierException;
import dev.sommelier.judges.calibration.Calibration;
import dev.sommelier.judges.calibration.CalibrationFile;
import dev.sommelier.llm.LanguageModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// Judges that decide by a calibration: a given file, or the one that ships for the default model.
final class DecidedJudges {
    private static final String SHIPPED = "query-likelihood.json";
    private static final String MODEL_HASH = "model sha256";
    private static final String MODEL = "model";

    private DecidedJudges() {}

    static RelevanceJudge calibrated(JudgeSettings settings, LanguageModel model) {
        var file = settings.calibration()
                .orElseThrow(() -> new SommelierException("method calibrated decides by a calibration; make one with"
                        + " 'sommelier judge calibrate --save FILE' and give it with --calibration FILE."));
        return open(settings, model, read(file), file.toString());
    }

    static RelevanceJudge likelihood(JudgeSettings settings, LanguageModel model) {
        if (settings.calibration().isPresent()) {
            var file = settings.calibration().get();
            var calibration = read(file);
            var signals = names(calibration);
            if (!signals.equals(List.of(LikelihoodSignal.NAME))) {
                throw new SommelierException(file + " decides by " + String.join(", ", signals)
                        + "; method query-likelihood takes a calibration of that signal alone, so use --method"
                        + " calibrated.");
            }
            return open(settings, model, calibration, file.toString());
        }
        var shipped = CalibrationFile.read(SHIPPED, shipped());
        var hash = model.provenance().facts().getOrDefault(MODEL_HASH, "");
        if (!hash.equals(shipped.facts().get(MODEL_HASH))) {
            throw new SommelierException("method query-likelihood needs thresholds for its grades, and those that ship"
                    + " are for the default model; fit some for this model with 'sommelier judge calibrate --signals"
                    + " query-likelihood --save FILE' and give them with --calibration FILE.");
        }
        return open(settings, model, shipped, "the thresholds that ship for the default model");
    }

    private static RelevanceJudge open(
            JudgeSettings settings, LanguageModel model, Calibration calibration, String origin) {
        if (!calibration.grades().equals(settings.scale().values())) {
            throw new SommelierException("the calibration (" + origin + ") gives the grades " + calibration.grades()
                    + " and scale " + settings.scale().name() + " has "
                    + settings.scale().values() + "; choose the scale it was fitted for.");
        }
        var signals = SignalReader.of(names(calibration), settings, model);
        // Who asks for a paraphrase wants to see what it does to a judge that was fitted with the method's own wording.
        requireSame(calibration, SignalReader.of(names(calibration), settings.withWording(0), model), model, origin);
        return new SignalJudge(settings, model, signals, calibration);
    }

    /// Numbers of another model or prompt mean something else.
    private static void requireSame(Calibration calibration, SignalReader signals, LanguageModel model, String origin) {
        var wanted = new TreeMap<String, String>();
        // A server gives no hash of its model, so that its name has to do.
        var identity = calibration.facts().containsKey(MODEL_HASH) ? MODEL_HASH : MODEL;
        wanted.put(identity, model.provenance().facts().getOrDefault(identity, "none"));
        signals.eachFacts().forEach((signal, facts) -> wanted.put("signal " + signal, facts));
        // BM25's statistics are those of the collection at hand.
        wanted.remove("signal " + TextSignals.BM25);
        for (var entry : wanted.entrySet()) {
            var fitted = calibration.facts().get(entry.getKey());
            if (fitted != null && !fitted.equals(entry.getValue())) {
                throw new SommelierException("the calibration (" + origin + ") was fitted with " + entry.getKey() + " "
                        + fitted + ", and here it is " + entry.getValue()
                        + "; calibrate this one by 'sommelier judge calibrate'.");
            }
        }
    }

    private static List<String> names(Calibration calibration) {
        return calibration.signals().stream().map(Calibration.Signal::name).toList();
    }

    private static Calibration read(Path file) {
        try {
            return CalibrationFile.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new SommelierException("cannot read the calibration " + file + "; check the path.", e);
        }
    }

    private static String shipped() {
        try (var in = DecidedJudges.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED, e);
        }
    }
}
