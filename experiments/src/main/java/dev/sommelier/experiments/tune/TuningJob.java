package dev.sommelier.experiments.tune;

import dev.sommelier.experiments.compare.JobFolder;
import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.Material;
import dev.sommelier.experiments.compare.Trials;
import dev.sommelier.experiments.compare.spec.ContenderSpec;
import dev.sommelier.io.Progress;
import dev.sommelier.io.journal.Journal;
import dev.sommelier.io.journal.Lease;
import dev.sommelier.io.journal.Unit;
import dev.sommelier.recommenders.store.ModelParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A search for hyper-parameters in a folder: every trial is committed to a journal before it counts, so that a run
/// that
/// was killed anywhere goes on and ends in the same choice. Test items are touched once for each contender, by the
/// choice that the validation part made.
public final class TuningJob implements AutoCloseable {
    /// The name of the file that says what a search is.
    public static final String FILE = "tuning.yaml";

    private static final long BEAT_SECONDS = Journal.EXPIRY.toSeconds() / 6;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// A data set's parts.
    ///
    /// @param validation the validation items, with what was before them to learn from
    /// @param test the test items, with what was before them to learn from
    public record Parts(Material validation, Material test) {}

    private final Tuning tuning;
    private final TuningPlan plan;
    private final Map<String, Kind> kinds;
    private final Map<String, Parts> parts;
    private final Journal journal;
    private final Map<Integer, Trials> validation = new HashMap<>();
    private final Map<Integer, Trials> test = new HashMap<>();

    private TuningJob(Tuning tuning, Map<String, Kind> kinds, Map<String, Parts> parts, Journal journal) {
        this.tuning = tuning;
        this.plan = TuningPlan.of(tuning);
        this.kinds = kinds;
        this.parts = parts;
        this.journal = journal;
    }

    /// Begins a search in a folder, or goes on with it.
    ///
    /// @param text the file's text, kept in the folder
    /// @param kinds the kinds of contenders by name
    /// @param parts by the name of the data set
    /// @param model what is known of the language model; empty without one
    /// @param provenance how, when and where it is begun
    /// @throws SommelierException with the differences if the folder holds another job, or if a contender cannot work
    ///     with a candidate's parameters or with a data set
    public static TuningJob open(
            Path folder,
            String text,
            Tuning tuning,
            Map<String, Kind> kinds,
            Map<String, Parts> parts,
            Map<String, String> model,
            Map<String, String> provenance) {
        var facts = new LinkedHashMap<>(tuning.facts());
        var users = new LinkedHashMap<String, Integer>();
        parts.forEach((name, both) -> {
            facts.put(name + " content sha256", both.test().dataset().contentHash());
            facts.put(name + " split sha256", both.test().splitHash());
            users.put(name, both.test().users(tuning.task()));
        });
        tuning.contenders().forEach(one -> {
            var kind = Optional.ofNullable(kinds.get(one.kind())).orElseThrow();
            one.candidates().forEach(kind::check);
            parts.values().forEach(both -> kind.check(both.test().dataset()));
        });
        var job = JobFolder.begin(folder, FILE, text, JobFolder.of(facts, users, model, provenance));
        int size = TuningPlan.of(tuning).size();
        var journal = Journal.open(JobFolder.journal(folder), job.hash(), size, 1);
        journal.want(size);
        return new TuningJob(tuning, kinds, parts, journal);
    }

    /// Works until every unit has its outcome, or until asked to stop.
    ///
    /// @param stop asked before each unit
    /// @return whether everything is done
    public boolean run(Progress progress, BooleanSupplier stop) {
        try (var heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("tune-heart").factory())) {
            var beating = heart.scheduleAtFixedRate(journal::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
            try {
                work(progress, stop);
            } finally {
                beating.cancel(false);
            }
        }
        return journal.finished();
    }

    private void work(Progress progress, BooleanSupplier stop) {
        var outcomes = outcomes(journal);
        while (!stop.getAsBoolean()) {
            var lease = journal.take();
            if (lease.isEmpty()) {
                return;
            }
            boolean done = false;
            try {
                done = work(lease.get(), outcomes, progress);
            } finally {
                if (!done) {
                    journal.release(lease.get());
                }
            }
            if (!done) {
                // Another process works on what this unit follows from.
                LockSupport.parkNanos(PAUSE.toNanos());
                outcomes.putAll(outcomes(journal));
            }
        }
    }

    /// @return false if the unit follows from what is not finished
    private boolean work(Lease lease, Map<Long, TrialOutcome> outcomes, Progress progress) {
        long position = lease.first();
        var step = plan.step(position);
        var parameters = plan.parameters(step, outcomes);
        if (parameters.isEmpty()) {
            return false;
        }
        progress.update(title(step), position, plan.size());
        var outcome = outcome(step, parameters.get());
        journal.commit(lease, List.of(new Unit(position, "", outcome.json())));
        outcomes.put(position, outcome);
        progress.update(title(step), position + 1, plan.size());
        return true;
    }

    private TrialOutcome outcome(TuningPlan.Step step, ModelParameters parameters) {
        var one = tuning.contenders().get(step.contender());
        var contender = new ContenderSpec(
                one.name(), one.kind(), parameters, List.of(tuning.task().type()));
        var both =
                Optional.ofNullable(parts.get(tuning.data().get(step.data()))).orElseThrow();
        // Only one data set's fits are in memory: the plan goes from one to the next.
        validation.keySet().retainAll(List.of(step.data()));
        test.keySet().retainAll(List.of(step.data()));
        var result =
                switch (step) {
                    case TuningPlan.Step.Try tried -> {
                        int all = both.validation().users(tuning.task());
                        int users = one.users(all, tried.round());
                        yield trials(validation, step.data(), both.validation())
                                .run(contender, users == all ? Optional.empty() : Optional.of(users));
                    }
                    case TuningPlan.Step.Test last ->
                        trials(test, step.data(), both.test()).run(contender, Optional.empty());
                };
        return TrialOutcome.of(result, tuning.seed());
    }

    private Trials trials(Map<Integer, Trials> known, int data, Material material) {
        return known.computeIfAbsent(data, key -> new Trials(material, tuning.task(), kinds));
    }

    private String title(TuningPlan.Step step) {
        var one = tuning.contenders().get(step.contender());
        var name = tuning.data().get(step.data()) + ": " + one.name();
        return switch (step) {
            case TuningPlan.Step.Try tried -> name + ", round " + (tried.round() + 1) + " of " + one.rounds();
            case TuningPlan.Step.Test last -> name + ", test of the best";
        };
    }

    static Map<Long, TrialOutcome> outcomes(Journal journal) {
        var outcomes = new HashMap<Long, TrialOutcome>();
        journal.forEach(unit -> outcomes.put(unit.position(), TrialOutcome.read(unit.content())));
        return outcomes;
    }

    @Override
    public void close() {
        journal.close();
    }
}
