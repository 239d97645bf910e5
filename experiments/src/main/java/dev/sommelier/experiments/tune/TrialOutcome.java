package dev.sommelier.experiments.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.compare.ContenderResult;
import dev.sommelier.experiments.compare.StageResult;
import dev.sommelier.experiments.compare.UserAnswer;
import dev.sommelier.experiments.compare.report.StageFigures;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What came of one fit and its answers, as the journal keeps it.
///
/// @param parameters what was fitted, in one line
/// @param users how many were asked
/// @param failed how many of them got no answer
/// @param failure why there is no score; empty where there is one
/// @param fitSeconds what fitting took
/// @param answerSeconds what all answers took
/// @param score the mean of the tested metric over users (of RMSE the squared error); 0 where there is none
/// @param intervals every metric with its bootstrap interval over users
public record TrialOutcome(
        String parameters,
        int users,
        int failed,
        String failure,
        double fitSeconds,
        double answerSeconds,
        double score,
        Map<String, Interval> intervals) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public TrialOutcome {
        intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    }

    /// Measures what one contender answered. A contender that left users of a rating or click task without an answer
    /// has no score: it would be measured on easier users than others.
    static TrialOutcome of(StageResult stage, long seed) {
        var contender = stage.contenders().getFirst();
        var figures = StageFigures.of(stage, Bootstrap.DEFAULT_RESAMPLES, seed);
        boolean holes = contender.failed() > 0 && !stage.stage().task().type().lists();
        boolean scored = figures.tested().isPresent() && !holes;
        return new TrialOutcome(
                contender.spec().parameters().toString(),
                contender.answers().size(),
                contender.failed(),
                scored ? "" : cause(contender),
                contender.training(),
                contender.answers().stream().mapToDouble(UserAnswer::seconds).sum(),
                scored ? figures.tested().orElseThrow() : 0,
                scored ? figures.intervals() : Map.of());
    }

    private static String cause(ContenderResult contender) {
        return contender.answers().stream()
                .map(UserAnswer::failure)
                .filter(failure -> !failure.isEmpty())
                .findFirst()
                .orElse("fewer than two users to measure on");
    }

    /// Whether there is a score.
    public boolean scored() {
        return failure.isEmpty();
    }

    /// A metric with its interval; empty where it is undefined.
    public Optional<Interval> interval(String metric) {
        return Optional.ofNullable(intervals.get(metric));
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("outcomes are plain records", e);
        }
    }

    static TrialOutcome read(String json) {
        try {
            return JSON.readValue(json, TrialOutcome.class);
        } catch (JsonProcessingException e) {
            throw new SommelierException(
                    "the journal holds a row that this version cannot read; run again in another folder", e);
        }
    }
}
