package dev.sommelier.judges.relevance;

import dev.sommelier.core.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a relevance judge is asked to be.
///
/// @param method one of [RelevanceMethods#names()]
/// @param scale the grades
/// @param truncation what it reads of long texts
/// @param seed of whatever is drawn: few-shot examples, opponents, samples
/// @param fewShot where examples come from; for the methods that show examples
/// @param calibration a file of `judge calibrate`; for the methods that decide by one
/// @param collection the documents whose word statistics BM25 uses; for calibrations with that signal
public record JudgeSettings(
        String method,
        GradeScale scale,
        Truncation truncation,
        long seed,
        Optional<FewShot> fewShot,
        Optional<Path> calibration,
        List<Document> collection) {
    public JudgeSettings {
        collection = List.copyOf(collection);
    }

    /// A method on the four grades of TREC, with the default truncation and seed 0.
    public static JudgeSettings of(String method) {
        return new JudgeSettings(
                method, GradeScale.TREC4, Truncation.DEFAULT, 0, Optional.empty(), Optional.empty(), List.of());
    }

    /// The same by another method.
    public JudgeSettings withMethod(String other) {
        return new JudgeSettings(other, scale, truncation, seed, fewShot, calibration, collection);
    }

    /// The same on other grades.
    public JudgeSettings withScale(GradeScale other) {
        return new JudgeSettings(method, other, truncation, seed, fewShot, calibration, collection);
    }

    /// The same with another truncation.
    public JudgeSettings withTruncation(Truncation other) {
        return new JudgeSettings(method, scale, other, seed, fewShot, calibration, collection);
    }

    /// The same with another seed.
    public JudgeSettings withSeed(long other) {
        return new JudgeSettings(method, scale, truncation, other, fewShot, calibration, collection);
    }

    /// The same with examples.
    public JudgeSettings withFewShot(FewShot examples) {
        return new JudgeSettings(method, scale, truncation, seed, Optional.of(examples), calibration, collection);
    }

    /// The same with a calibration's file.
    public JudgeSettings withCalibration(Path file) {
        return new JudgeSettings(method, scale, truncation, seed, fewShot, Optional.of(file), collection);
    }

    /// The same with the documents of the collection.
    public JudgeSettings withCollection(List<Document> documents) {
        return new JudgeSettings(method, scale, truncation, seed, fewShot, calibration, documents);
    }
}
