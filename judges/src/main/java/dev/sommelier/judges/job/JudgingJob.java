package dev.sommelier.judges.job;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.journal.Counts;
import dev.sommelier.io.journal.Journal;
import dev.sommelier.io.journal.OpenBatches;
import dev.sommelier.judges.relevance.RelevanceJudge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A job's folder, opened: its plan and its journal.
///
/// ```java
/// try (var job = JudgingJob.open(folder)) {
///     job.want(200);
///     boolean finished = new JobRunner(job, judge, 1, progress, () -> false).run();
/// }
/// ```
public final class JudgingJob implements AutoCloseable {
    /// The setting that says how many pairs a batch has.
    public static final String BATCH = "batch";

    static final String JOURNAL = "journal.db";

    /// The cause of pairs whose topic or document is not there.
    public static final String MISSING_TEXT = "missing-text";

    private final Path folder;
    private final PlanFile plan;
    private final Journal journal;
    private final long size;

    private JudgingJob(Path folder, PlanFile plan, Journal journal, long size) {
        this.folder = folder;
        this.plan = plan;
        this.journal = journal;
        this.size = size;
    }

    /// Opens a planned job to work on it.
    ///
    /// @throws SommelierException if the folder holds no plan, or cannot be written
    public static JudgingJob open(Path folder) {
        return opened(folder, true);
    }

    /// Opens a job to look at it.
    ///
    /// @throws SommelierException if the folder holds no plan
    public static JudgingJob openToRead(Path folder) {
        return opened(folder, !Files.exists(folder.resolve(JOURNAL)));
    }

    private static JudgingJob opened(Path folder, boolean write) {
        var plan = PlanFile.open(folder);
        try {
            var settings = plan.settings();
            int batch = batch(settings);
            long size = plan.size();
            var path = folder.resolve(JOURNAL);
            var journal = write ? Journal.open(path, settings.hash(), size, batch) : Journal.openToRead(path);
            return new JudgingJob(folder, plan, journal, size);
        } catch (SommelierException e) {
            plan.close();
            throw e;
        }
    }

    private static int batch(JobSettings settings) {
        return Integer.parseInt(settings.values().getOrDefault(BATCH, "1"));
    }

    /// How many pairs are judged and kept together.
    public int batch() {
        return batch(plan.settings());
    }

    /// Where the job lies.
    public Path folder() {
        return folder;
    }

    /// What is to be judged.
    public PlanFile plan() {
        return plan;
    }

    Journal journal() {
        return journal;
    }

    /// Sets how many pairs of the plan are to be judged, rounded up to whole batches; an earlier, larger wish stays.
    ///
    /// @return how many now
    public long want(long pairs) {
        return journal.want(Math.min(pairs, size));
    }

    /// Refuses a judge whose answers would not mix with those of the plan.
    public void require(JobSettings settings) {
        plan.settings().requireSame(settings, folder.toString());
    }

    /// How far the job is.
    public Counts counts() {
        return journal.counts();
    }

    /// How many of the texts so far were judged by a part of them; reads the whole journal.
    public ShortenedTexts shortened() {
        var counts = counts();
        long yes = journal.containing(JudgmentCodec.part(true));
        long no = journal.containing(JudgmentCodec.part(false));
        long without = counts.causes().getOrDefault(MISSING_TEXT, 0L);
        return new ShortenedTexts(
                yes,
                yes + no,
                Math.max(0, counts.done() + counts.failed() - without - yes - no),
                plan.settings().values().getOrDefault("truncation", ""));
    }

    /// The batches among the first `pairs` pairs that are still to be judged, or to be judged again.
    public OpenBatches open(long pairs) {
        return journal.open(pairs);
    }

    /// Of how many pairs of these batches a judge will be asked: those with a text, and of batches that were judged
    /// before those that failed, unless the judge sees a batch as one.
    public long toBeAsked(OpenBatches open, RelevanceJudge judge) {
        long asked = 0;
        for (int i = 0; i < open.begun(); i++) {
            var earlier = journal.units(open.first(i), open.end(i));
            asked += earlier.isEmpty()
                    ? open.end(i) - open.first(i) - plan.missing(open.first(i), open.end(i))
                    : earlier.stream()
                            .filter(unit -> !unit.cause().equals(MISSING_TEXT) && (judge.together() || unit.failed()))
                            .count();
        }
        if (open.begun() < open.count()) {
            long first = open.first(open.begun());
            long end = open.end(open.count() - 1);
            asked += end - first - plan.missing(first, end);
        }
        return asked;
    }

    /// Judges a batch as it will be judged and keeps nothing.
    ///
    /// @return a judgement of each pair that the judge was asked
    public List<Judgment> tryBatch(RelevanceJudge judge, long first, long end) {
        return JudgedBatch.of(plan, judge, plan.pairs(first, end), journal.units(first, end))
                .answers();
    }

    /// Marks batches with failures to be judged again. Pairs without a text stay failed, since a plan never changes.
    ///
    /// @return how many batches
    public int retryFailed() {
        return journal.retryFailed(Set.of(MISSING_TEXT));
    }

    /// Adds the judgements of another folder with the same plan; no grade of this one is changed.
    ///
    /// @throws SommelierException if the other is this folder, holds no journal, or is of another plan
    public MergedJob merge(Path other) {
        var source = other.resolve(JOURNAL);
        try {
            if (Files.exists(source) && Files.isSameFile(source, folder.resolve(JOURNAL))) {
                throw new SommelierException(
                        "a job cannot be merged into itself, got " + other + " twice; leave it out");
            }
        } catch (IOException e) {
            throw new SommelierException(other + ": cannot be read; check the path", e);
        }
        if (PlanFile.exists(other)) {
            MergedJob.requireSame(this, other);
        }
        return MergedJob.of(journal.merge(source, MergedJob::sameGrade));
    }

    /// Checks that a judge keeps its contract of one judgement a pair.
    static void requireOneEach(RelevanceJudge judge, int pairs, int judgments) {
        if (pairs != judgments) {
            throw new IllegalStateException(
                    "judge " + judge.name() + " gave " + judgments + " judgements for " + pairs + " pairs");
        }
    }

    @Override
    public void close() {
        journal.close();
        plan.close();
    }
}
