package dev.sommelier.experiments.compare;

import dev.sommelier.core.Usage;
import dev.sommelier.experiments.compare.spec.Experiment;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import dev.sommelier.io.Progress;
import dev.sommelier.io.journal.Journal;
import dev.sommelier.io.journal.Lease;
import dev.sommelier.io.journal.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A comparison in a folder: every unit of work is committed to a journal before it counts, so that a run that was
/// killed anywhere goes on and ends in the same answers.
///
/// ```java
/// try (var job = ComparisonJob.open(folder, text, experiment, kinds, materials, provenance)) {
///     job.run(progress, () -> false);
/// }
/// var result = ComparisonResult.read(folder, experiment, kinds);
/// ```
public final class ComparisonJob implements AutoCloseable {
    private static final long BEAT_SECONDS = Journal.EXPIRY.toSeconds() / 6;
    private static final String CRASHED = "failed";

    private final Plan plan;
    private final Map<String, Kind> kinds;
    private final Map<String, Material> materials;
    private final Journal journal;
    private final Map<Integer, List<AskedUser>> asked = new LinkedHashMap<>();

    private ComparisonJob(Plan plan, Map<String, Kind> kinds, Map<String, Material> materials, Journal journal) {
        this.plan = plan;
        this.kinds = kinds;
        this.materials = materials;
        this.journal = journal;
    }

    /// Begins a comparison in a folder, or goes on with it.
    ///
    /// @param text the experiment file's text, kept in the folder
    /// @param kinds the kinds of contenders by name
    /// @param materials by the name of the data set
    /// @param model what is known of the language model; empty without one
    /// @param provenance how, when and where it is begun
    /// @throws SommelierException with the differences if the folder holds another comparison, or if a contender cannot
    ///     work with its parameters or with a data set
    public static ComparisonJob open(
            Path folder,
            String text,
            Experiment experiment,
            Map<String, Kind> kinds,
            Map<String, Material> materials,
            Map<String, String> model,
            Map<String, String> provenance) {
        var facts = new LinkedHashMap<>(experiment.facts());
        var users = new LinkedHashMap<String, Integer>();
        materials.forEach((name, material) -> {
            facts.put(name + " content sha256", material.dataset().contentHash());
            facts.put(name + " split sha256", material.splitHash());
            experiment.tasks().forEach(task -> users.put(users(name, task), material.askable(task)));
        });
        experiment.contenders().forEach(one -> {
            var kind = kind(kinds, one.kind());
            kind.check(one.parameters());
            materials.values().forEach(material -> kind.check(material.dataset()));
        });
        var job = JobFolder.begin(folder, JobFolder.EXPERIMENT, text, JobFolder.of(facts, users, model, provenance));
        var plan = plan(experiment, kinds, job);
        var journal = Journal.open(JobFolder.journal(folder), job.hash(), plan.size(), 1);
        journal.want(plan.size());
        return new ComparisonJob(plan, kinds, materials, journal);
    }

    static Plan plan(Experiment experiment, Map<String, Kind> kinds, JobFolder job) {
        var facts = new LinkedHashMap<String, KindFacts>();
        kinds.forEach((name, kind) -> facts.put(name, kind.facts()));
        return Plan.of(
                experiment,
                facts,
                (data, task) -> Math.min(
                        task.users().orElse(Integer.MAX_VALUE), job.users().getOrDefault(users(data, task), 0)));
    }

    /// What a folder calls the number of users that a task may ask.
    private static String users(String data, TaskSpec task) {
        return data + task.newItems().map(most -> " new-items=" + most).orElse("");
    }

    private static Kind kind(Map<String, Kind> kinds, String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no kind \"" + name + "\"");
        }
        return kind;
    }

    /// The work in its order.
    public Plan plan() {
        return plan;
    }

    /// Marks what failed to be done again.
    ///
    /// @return how many units
    public int retryFailed() {
        return journal.retryFailed();
    }

    /// Works until every unit has its outcome, or until asked to stop.
    ///
    /// @param stop asked before each unit
    /// @return whether everything is done
    public boolean run(Progress progress, BooleanSupplier stop) {
        try (var heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("compare-heart").factory())) {
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
        var fits = new LinkedHashMap<String, Fits>();
        while (!stop.getAsBoolean()) {
            var lease = journal.take();
            if (lease.isEmpty()) {
                return;
            }
            boolean done = false;
            try {
                work(lease.get(), fits, progress);
                done = true;
            } finally {
                if (!done) {
                    journal.release(lease.get());
                }
            }
        }
    }

    private void work(Lease lease, Map<String, Fits> fits, Progress progress) {
        long position = lease.first();
        var unit = plan.work(position);
        var stage = plan.stages().get(unit.stage());
        progress.update(stage.title(), position, plan.size());
        var fit = fits.computeIfAbsent(stage.data(), this::fits);
        // Only one data set's contenders are in memory: the plan goes from one data set to the next.
        fits.keySet().retainAll(List.of(stage.data()));
        var outcome =
                switch (unit) {
                    case Work.Ask ask -> ask(position, stage, fit);
                    case Work.Answers answers -> answers(position, stage, answers, fit);
                };
        journal.commit(lease, List.of(outcome));
        progress.update(stage.title(), position + 1, plan.size());
    }

    private Fits fits(String data) {
        var material = materials.get(data);
        if (material == null) {
            throw new IllegalArgumentException("no data set \"" + data + "\"");
        }
        return new Fits(material, kinds);
    }

    private Unit ask(long position, Stage stage, Fits fits) {
        try {
            var questions = new Questions(
                    fits.material(), stage, () -> fits.fitted(stage.source().orElseThrow()));
            return new Unit(position, "", Codec.write(questions.all()));
        } catch (IllegalStateException e) {
            return new Unit(position, CRASHED, Failure.words(e));
        }
    }

    private Unit answers(long position, Stage stage, Work.Answers answers, Fits fits) {
        var users = asked.computeIfAbsent(answers.stage(), this::asked);
        var contender = stage.contenders().get(answers.contender());
        var batch = users.isEmpty() ? List.<AskedUser>of() : users.subList(answers.first(), answers.end());
        var outcome =
                switch (fits.get(contender)) {
                    case Fits.Outcome.Ready ready -> {
                        var solver = ready.fitted().solver(stage.task().type());
                        var asking = new Asking(fits.material(), stage.task(), solver);
                        var all = new ArrayList<UserAnswer>();
                        HeapPeak.reset();
                        batch.forEach(user -> all.add(asking.answer(user)));
                        long peak = Math.max(ready.peak(), HeapPeak.bytes());
                        boolean probabilities = solver instanceof Solver.Scores scores && scores.probabilities();
                        yield new Batch(ready.seconds(), peak, probabilities, all);
                    }
                    case Fits.Outcome.Broken broken ->
                        new Batch(
                                0,
                                0,
                                false,
                                batch.stream()
                                        .map(user -> Asking.failed(user.user(), broken.cause(), Usage.NONE, 0))
                                        .toList());
                };
        boolean failed = outcome.answers().stream().anyMatch(UserAnswer::failed);
        return new Unit(position, failed ? CRASHED : "", Codec.write(outcome));
    }

    /// The questions of a stage; empty where there are none because their source failed.
    private List<AskedUser> asked(int stage) {
        var found = new ArrayList<AskedUser>();
        journal.forEach(unit -> {
            if (plan.work(unit.position()) instanceof Work.Ask ask && ask.stage() == stage && !unit.failed()) {
                found.addAll(Codec.asked(unit.content()));
            }
        });
        return List.copyOf(found);
    }

    @Override
    public void close() {
        journal.close();
    }
}
