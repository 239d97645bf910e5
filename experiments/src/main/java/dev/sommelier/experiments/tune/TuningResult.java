package dev.sommelier.experiments.tune;

import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.compare.JobFolder;
import dev.sommelier.io.journal.Journal;
import dev.sommelier.recommenders.store.ModelParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that a finished search found, read from its folder alone: no data set and no model is needed.
///
/// @param tuning what was asked for
/// @param searches one for each data set and contender, in order
/// @param provenance how, when and where it was begun, and all that could change an outcome
public record TuningResult(Tuning tuning, List<Search> searches, Map<String, String> provenance) {
    /// What was found for one contender on one data set.
    ///
    /// @param data the data set
    /// @param kind the contender and its space
    /// @param trials the last trial of each candidate: those of the last round first, best first
    /// @param test the best candidate on the test part, measured once
    /// @param seconds of all fits and answers, the test's too
    public record Search(String data, TunedKind kind, List<Trial> trials, TrialOutcome test, double seconds) {
        public Search {
            trials = List.copyOf(trials);
        }

        /// The trial that was chosen.
        public Trial best() {
            return trials.getFirst();
        }

        /// The preset's last trial, which has the whole budget.
        public Trial preset() {
            return trials.stream()
                    .filter(trial -> trial.number() == 0)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// A candidate with what it reached in its last round.
    ///
    /// @param number 0 for the preset, then in the order of draws
    /// @param parameters with the whole budget
    /// @param round the last one that it was in, from 0
    public record Trial(int number, ModelParameters parameters, int round, TrialOutcome outcome) {}

    public TuningResult {
        searches = List.copyOf(searches);
    }

    /// Reads a folder.
    ///
    /// @param tuning as the folder's own file tells it
    /// @throws SommelierException if the search is not finished, or its file was changed in more than the name
    public static TuningResult read(Path folder, Tuning tuning) {
        var job = JobFolder.read(folder);
        job.requireUnchanged(TuningJob.FILE, tuning.facts(), folder);
        var plan = TuningPlan.of(tuning);
        Map<Long, TrialOutcome> outcomes;
        try (var journal = Journal.openToRead(JobFolder.journal(folder))) {
            outcomes = TuningJob.outcomes(journal);
        }
        if (outcomes.size() < plan.size()) {
            throw new SommelierException("the search in " + folder + " is not finished: " + outcomes.size() + " of "
                    + plan.size() + " units are done; go on with 'sommelier tune " + folder + "/" + TuningJob.FILE
                    + " --out " + folder + "'");
        }
        var searches = new ArrayList<Search>();
        for (int d = 0; d < tuning.data().size(); d++) {
            for (int c = 0; c < tuning.contenders().size(); c++) {
                searches.add(search(tuning, plan, d, c, outcomes));
            }
        }
        var provenance = new LinkedHashMap<>(job.provenance());
        provenance.putAll(job.facts());
        return new TuningResult(tuning, searches, provenance);
    }

    private static Search search(
            Tuning tuning, TuningPlan plan, int data, int contender, Map<Long, TrialOutcome> outcomes) {
        var one = tuning.contenders().get(contender);
        var last = new HashMap<Integer, Trial>();
        var order = new ArrayList<Integer>();
        double seconds = 0;
        for (int r = 0; r < one.rounds(); r++) {
            var numbers = plan.candidates(data, contender, r, outcomes).orElseThrow();
            for (int p = 0; p < numbers.size(); p++) {
                var outcome = find(outcomes, plan.position(new TuningPlan.Step.Try(data, contender, r, p)));
                int number = numbers.get(p);
                last.put(number, new Trial(number, one.candidates().get(number), r, outcome));
                seconds += outcome.fitSeconds() + outcome.answerSeconds();
            }
            var best = plan.ranked(data, contender, r, outcomes).orElseThrow();
            order.removeAll(best);
            order.addAll(0, best);
        }
        var test = find(outcomes, plan.position(new TuningPlan.Step.Test(data, contender)));
        return new Search(
                tuning.data().get(data),
                one,
                order.stream()
                        .map(number -> Optional.ofNullable(last.get(number)).orElseThrow())
                        .toList(),
                test,
                seconds + test.fitSeconds() + test.answerSeconds());
    }

    private static TrialOutcome find(Map<Long, TrialOutcome> outcomes, long position) {
        return Optional.ofNullable(outcomes.get(position)).orElseThrow();
    }
}
