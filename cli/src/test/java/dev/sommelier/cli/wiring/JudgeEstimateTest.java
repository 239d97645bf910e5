package dev.sommelier.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Topic;
import dev.sommelier.core.Usage;
import dev.sommelier.judges.job.JobRunner;
import dev.sommelier.judges.job.JobSettings;
import dev.sommelier.judges.job.JudgingJob;
import dev.sommelier.judges.job.PlanFile;
import dev.sommelier.judges.job.PlanInputs;
import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.RelevanceJudge;
import dev.sommelier.judges.relevance.RelevancePair;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeEstimateTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    /// A second a batch, so that the clock is the judge's own.
    private final AtomicLong clock = new AtomicLong();

    private final List<Integer> batches = new ArrayList<>();

    /// The first pair of a batch reads 100 tokens of a prefix that the others share, each pair 10 of its own; failed
    /// pairs cost 1000.
    private final class Judge implements RelevanceJudge {
        private final IntPredicate fails;

        Judge(IntPredicate fails) {
            this.fails = fails;
        }

        @Override
        public String name() {
            return "clocked";
        }

        @Override
        public GradeScale scale() {
            return GradeScale.TREC4;
        }

        @Override
        public Provenance facts() {
            return new Provenance(Map.of("method", "clocked"));
        }

        @Override
        public List<Judgment> judge(List<RelevancePair> batch) {
            batches.add(batch.size());
            clock.addAndGet(SECOND);
            return IntStream.range(0, batch.size())
                    .mapToObj(i -> judge(batch.get(i).document().id(), i == 0))
                    .toList();
        }

        private Judgment judge(String id, boolean first) {
            return fails.test(Integer.parseInt(id))
                    ? new Judgment.Failed(
                            "q", id, "prose", "no grade in it", "", new Usage(1, 1000, 0, 9, Duration.ZERO))
                    : new Judgment.Graded(
                            "q", id, 1, List.of(), 1, "", new Usage(1, first ? 110 : 10, 0, 1, Duration.ZERO));
        }
    }

    /// Documents 0, 1, ...; those from `texts` on have no text.
    private JudgingJob job(int pairs, int batch, int texts) {
        PlanFile.create(
                folder.resolve("job"),
                new JobSettings(Map.of(JudgingJob.BATCH, Integer.toString(batch))),
                List.of(),
                new PlanInputs(
                        List.of(new Topic("q", "query")),
                        receiver -> IntStream.range(0, pairs)
                                .forEach(i -> receiver.pair("q", Integer.toString(i), OptionalInt.empty())),
                        receiver -> IntStream.range(0, texts)
                                .forEach(i -> receiver.accept(new Document(Integer.toString(i), "text")))));
        return JudgingJob.open(folder.resolve("job"));
    }

    private JudgeEstimate estimate(JudgingJob job, IntPredicate fails, long pairs) {
        var calls = new CallOptions();
        calls.pricePrompt = 1_000_000;
        return JudgeEstimate.of(new OpenedJob(job, new Judge(fails), () -> ModelCost.NONE), pairs, calls, clock::get);
    }

    @Test
    void wholeBatchesAreTriedSoThatASharedPrefixCountsAsItWill() {
        try (var job = job(200, 20, 200)) {
            var estimate = estimate(job, id -> false, 200);
            assertThat(batches).containsExactly(20, 20);
            var takes = estimate.takes().orElseThrow();
            assertThat(takes.tokens()).isEqualTo(10 * (100 + 20 * 11));
            assertThat(takes.seconds()).isCloseTo(10, offset(1e-9));
            assertThat(takes.cost()).isCloseTo(10 * (100 + 20 * 10), offset(1e-6));
            assertThat(estimate.sentence())
                    .isEqualTo("200 pairs to judge: about 3200 tokens and 10.0 s with one worker, cost 3000.00 (from 40"
                            + " pairs in 2 whole batches on trial).");
            assertThat(job.counts().done()).isZero();
        }
    }

    @Test
    void failedPairsAreCountedAndLeftOutOfTheMeans() {
        try (var job = job(200, 20, 200)) {
            var estimate = estimate(job, id -> id == 51, 200);
            assertThat(estimate.trial().failed()).isEqualTo(1);
            assertThat(estimate.takes().orElseThrow().tokens()).isEqualTo(Math.round(200.0 / 39 * (2 * 100 + 39 * 11)));
            assertThat(estimate.takes().orElseThrow().seconds()).isCloseTo(10, offset(1e-9));
            assertThat(estimate.sentence())
                    .contains("(from 39 pairs in 2 whole batches on trial; 1 more failed {prose=1} and are left out");
        }
    }

    @Test
    void whereEveryPairOnTrialFailsTheCauseIsToldInsteadOfAnEstimate() {
        try (var job = job(40, 20, 40)) {
            var estimate = estimate(job, id -> true, 40);
            assertThat(estimate.hopeless()).isTrue();
            assertThat(estimate.takes()).isEmpty();
            assertThat(estimate.sentence())
                    .isEqualTo(
                            "40 pairs to judge, but all 40 on trial failed {prose=40}, the first because: no grade in it."
                                    + " There is no estimate; mend the cause first.");
        }
    }

    @Test
    void ofAJobThatIsPartlyDoneOnlyTheRestIsTried() {
        try (var job = job(65, 20, 60)) {
            job.want(20);
            new JobRunner(job, new Judge(id -> id == 3), 1, (pairs, judgments) -> {}, () -> false).run();
            batches.clear();
            // The last batch has no text, so that nothing of it is asked.
            assertThat(estimate(job, id -> false, 65).pairs()).isEqualTo(40);
            assertThat(batches).containsExactly(20);
            assertThat(estimate(job, id -> false, 30).pairs()).isEqualTo(20);
            assertThat(estimate(job, id -> false, 20).sentence()).isEqualTo("Nothing is left to judge.");

            job.retryFailed();
            batches.clear();
            assertThat(estimate(job, id -> false, 20).pairs()).isEqualTo(1);
            assertThat(batches).containsExactly(1);
        }
    }

    @Test
    void smallBatchesAreTriedUntilThereAreEnoughPairsAndALongOneEndsTheTrial() {
        try (var job = job(1000, 2, 1000)) {
            estimate(job, id -> false, 1000);
            assertThat(batches).hasSize(20).containsOnly(2);
            batches.clear();
            clock.set(0);
            estimate(job, id -> clock.addAndGet(15 * SECOND) < 0, 1000);
            assertThat(batches).hasSize(1);
        }
    }
}
