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
/// @param nuggets the questions of each topic; for the method that answers such, which otherwise lets the model write
///     them
/// @param members the methods that vote; for the method that counts votes
/// @param wording 0 for the method's own prompt, or a paraphrase from 1 on, see [RelevanceMethods#wordings(String)]
public record JudgeSettings(
        String method,
        GradeScale scale,
        Truncation truncation,
        long seed,
        Optional<FewShot> fewShot,
        Optional<Path> calibration,
        List<Document> collection,
        Optional<Nuggets> nuggets,
        List<String> members,
        int wording) {
    public JudgeSettings {
        collection = List.copyOf(collection);
        members = List.copyOf(members);
        if (wording < 0) {
            throw new IllegalArgumentException("wordings count from 0, got " + wording);
        }
    }

    /// A method on the four grades of TREC, with the default truncation and seed 0.
    public static JudgeSettings of(String method) {
        return new JudgeSettings(
                method,
                GradeScale.TREC4,
                Truncation.DEFAULT,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                0);
    }

    /// The same by another method.
    public JudgeSettings withMethod(String other) {
        return new JudgeSettings(
                other, scale, truncation, seed, fewShot, calibration, collection, nuggets, members, wording);
    }

    /// The same on other grades.
    public JudgeSettings withScale(GradeScale other) {
        return new JudgeSettings(
                method, other, truncation, seed, fewShot, calibration, collection, nuggets, members, wording);
    }

    /// The same with another truncation.
    public JudgeSettings withTruncation(Truncation other) {
        return new JudgeSettings(
                method, scale, other, seed, fewShot, calibration, collection, nuggets, members, wording);
    }

    /// The same with another seed.
    public JudgeSettings withSeed(long other) {
        return new JudgeSettings(
                method, scale, truncation, other, fewShot, calibration, collection, nuggets, members, wording);
    }

    /// The same with examples.
    public JudgeSettings withFewShot(FewShot other) {
        return new JudgeSettings(
                method,
                scale,
                truncation,
                seed,
                Optional.of(other),
                calibration,
                collection,
                nuggets,
                members,
                wording);
    }

    /// The same with a calibration's file.
    public JudgeSettings withCalibration(Path other) {
        return new JudgeSettings(
                method, scale, truncation, seed, fewShot, Optional.of(other), collection, nuggets, members, wording);
    }

    /// The same with the documents of the collection.
    public JudgeSettings withCollection(List<Document> other) {
        return new JudgeSettings(
                method, scale, truncation, seed, fewShot, calibration, other, nuggets, members, wording);
    }

    /// The same with questions for each topic.
    public JudgeSettings withNuggets(Nuggets other) {
        return new JudgeSettings(
                method,
                scale,
                truncation,
                seed,
                fewShot,
                calibration,
                collection,
                Optional.of(other),
                members,
                wording);
    }

    /// The same with the methods that vote.
    public JudgeSettings withMembers(List<String> other) {
        return new JudgeSettings(
                method, scale, truncation, seed, fewShot, calibration, collection, nuggets, other, wording);
    }

    /// The same in other words.
    public JudgeSettings withWording(int other) {
        return new JudgeSettings(
                method, scale, truncation, seed, fewShot, calibration, collection, nuggets, members, other);
    }
}
