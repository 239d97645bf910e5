package dev.sommelier.experiments.tune;

import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// All units of a search in their order: for each data set and contender its rounds, then the test of the best. Which
/// candidates a later round tries follows from the outcomes of the earlier ones alone, so that an interrupted search
/// ends as one that was left alone.
public final class TuningPlan {
    /// One unit of work.
    sealed interface Step {
        /// The data set's number.
        int data();

        /// The contender's number.
        int contender();

        /// One candidate on the validation part.
        ///
        /// @param round from 0
        /// @param place which of the round's candidates
        record Try(int data, int contender, int round, int place) implements Step {}

        /// The best of the last round, fitted on train and validation, on the test part: once.
        record Test(int data, int contender) implements Step {}
    }

    private final Tuning tuning;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Step, Long> positions = new HashMap<>();

    private TuningPlan(Tuning tuning) {
        this.tuning = tuning;
        for (int d = 0; d < tuning.data().size(); d++) {
            for (int c = 0; c < tuning.contenders().size(); c++) {
                var contender = tuning.contenders().get(c);
                for (int r = 0; r < contender.rounds(); r++) {
                    for (int p = 0; p < contender.size(r); p++) {
                        steps.add(new Step.Try(d, c, r, p));
                    }
                }
                steps.add(new Step.Test(d, c));
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            positions.put(steps.get(i), (long) i);
        }
    }

    /// The plan of a search.
    public static TuningPlan of(Tuning tuning) {
        return new TuningPlan(tuning);
    }

    /// How many units of work there are.
    public int size() {
        return steps.size();
    }

    Step step(long position) {
        return steps.get(Math.toIntExact(position));
    }

    /// The position of a step.
    long position(Step step) {
        return Optional.ofNullable(positions.get(step)).orElseThrow();
    }

    /// The candidates of a round by their numbers, in order; empty where an earlier round is not finished. The preset
    /// is in every round, so that the best can be compared with it.
    Optional<List<Integer>> candidates(int data, int contender, int round, Map<Long, TrialOutcome> outcomes) {
        var one = tuning.contenders().get(contender);
        if (round == 0) {
            return Optional.of(IntStream.range(0, one.size(0)).boxed().toList());
        }
        return ranked(data, contender, round - 1, outcomes).map(best -> {
            var kept = new ArrayList<Integer>(List.of(0));
            best.stream()
                    .filter(number -> number != 0)
                    .limit(one.size(round) - 1L)
                    .forEach(kept::add);
            kept.sort(Comparator.naturalOrder());
            return kept;
        });
    }

    /// The candidates of a round by their numbers, best first, of equals the one drawn first; those without a score
    /// last. Empty where the round is not finished.
    Optional<List<Integer>> ranked(int data, int contender, int round, Map<Long, TrialOutcome> outcomes) {
        var tried = candidates(data, contender, round, outcomes);
        if (tried.isEmpty()) {
            return Optional.empty();
        }
        var found = new HashMap<Integer, TrialOutcome>();
        for (int p = 0; p < tried.get().size(); p++) {
            var outcome = outcomes.get(position(new Step.Try(data, contender, round, p)));
            if (outcome == null) {
                return Optional.empty();
            }
            found.put(tried.get().get(p), outcome);
        }
        double sign = TaskType.higher(tuning.task().metric()) ? -1 : 1;
        return Optional.of(tried.get().stream()
                .sorted(Comparator.comparingDouble((Integer number) -> key(found, number, sign))
                        .thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    private static double key(Map<Integer, TrialOutcome> found, int number, double sign) {
        var outcome = Optional.ofNullable(found.get(number)).orElseThrow();
        return outcome.scored() ? sign * outcome.score() : Double.POSITIVE_INFINITY;
    }

    /// The parameters that a step fits; empty where they follow from what is not finished.
    Optional<ModelParameters> parameters(Step step, Map<Long, TrialOutcome> outcomes) {
        var one = tuning.contenders().get(step.contender());
        return switch (step) {
            case Step.Try tried ->
                candidates(tried.data(), tried.contender(), tried.round(), outcomes)
                        .map(numbers -> one.within(one.candidates().get(numbers.get(tried.place())), tried.round()));
            case Step.Test test ->
                ranked(test.data(), test.contender(), one.rounds() - 1, outcomes)
                        .map(numbers -> one.candidates().get(numbers.getFirst()));
        };
    }
}
