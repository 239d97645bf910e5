package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks questions together and, where one of them spoils the batch, one by one, so that only that one goes without.
final class Readings {
    private Readings() {}

    static List<Reading<LabelScores>> labels(LanguageModel model, List<LabelScorer.Question> questions) {
        return all(questions, list -> model.labels().scoreAll(list));
    }

    static List<Reading<TextScore>> texts(LanguageModel model, List<TextScorer.Question> questions) {
        return all(questions, list -> model.texts().scoreAll(list));
    }

    static <Q, T> List<Reading<T>> all(List<Q> questions, Function<List<Q>, List<T>> ask) {
        if (questions.isEmpty()) {
            return List.of();
        }
        var together = attempt(() -> ask.apply(questions));
        if (together instanceof Reading.Read<List<T>> answers) {
            return answers.value().stream().map(Readings::read).toList();
        }
        if (questions.size() == 1) {
            return List.of(together.then(answers -> read(answers.getFirst())));
        }
        var readings = new ArrayList<Reading<T>>();
        for (var question : questions) {
            readings.add(attempt(() -> ask.apply(List.of(question)).getFirst()));
        }
        return readings;
    }

    /// One judgement for each pair, from what was read of it.
    static <T> List<Judgment> judgments(
            List<RelevancePair> batch, List<Reading<T>> readings, BiFunction<RelevancePair, T, Judgment> judge) {
        var judgments = new ArrayList<Judgment>();
        for (int i = 0; i < batch.size(); i++) {
            var pair = batch.get(i);
            judgments.add(readings.get(i).judgment(pair, answer -> judge.apply(pair, answer)));
        }
        return judgments;
    }

    private static <T> Reading<T> read(T value) {
        return new Reading.Read<>(value);
    }

    /// One question of any kind. What would stop every pair is thrown.
    static <T> Reading<T> attempt(Supplier<T> question) {
        try {
            return new Reading.Read<>(question.get());
        } catch (ModelFailure failure) {
            if (failure.kind().endsJob()) {
                throw failure;
            }
            return new Reading.Missing<>(failure.kind().word(), message(failure));
        } catch (SommelierException failure) {
            return new Reading.Missing<>(ModelFailure.Kind.ENGINE.word(), message(failure));
        }
    }

    private static String message(RuntimeException failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
