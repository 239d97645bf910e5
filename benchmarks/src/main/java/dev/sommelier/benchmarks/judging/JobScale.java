package dev.sommelier.benchmarks.judging;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Plans a large job, judges a part of it by a judge that answers at once, and opens it again. Prints seconds, pairs a
/// second and the heap in use.
///
/// Arguments: FOLDER PLANNED JUDGED BATCH WORKERS; give the heap by -Xmx.
public final class JobScale {
    private static final int TOPICS = 1000;
    private static final int PAIRS_A_DOCUMENT = 10;

    private JobScale() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        int planned = Integer.parseInt(arguments[1]);
        long judged = Long.parseLong(arguments[2]);
        int batch = Integer.parseInt(arguments[3]);
        int workers = Integer.parseInt(arguments[4]);
        if (!PlanFile.exists(folder)) {
            time("planned " + planned, planned, () -> plan(folder, planned, batch));
        }
        time("judged " + judged, judged, () -> run(folder, judged, workers, Long.MAX_VALUE));
        time("opened again, first batch judged", batch, () -> run(folder, judged + batch, 1, 1));
    }

    private static void plan(Path folder, int pairs, int batch) {
        PlanFile.create(
                folder,
                new JobSettings(Map.of("method", "stub", JudgingJob.BATCH, Integer.toString(batch))),
                List.of(),
                new PlanInputs(
                        IntStream.range(0, TOPICS)
                                .mapToObj(i -> new Topic("q" + i, "query number " + i))
                                .toList(),
                        receiver -> {
                            for (int i = 0; i < pairs; i++) {
                                receiver.pair("q" + i % TOPICS, document(i), OptionalInt.of(i % 4));
                            }
                        },
                        consumer -> {
                            for (int i = 0; i < pairs; i += PAIRS_A_DOCUMENT) {
                                consumer.accept(new Document(document(i), "the text of a document ".repeat(12)));
                            }
                        }));
    }

    private static String document(int pair) {
        return "msmarco_passage_" + pair / PAIRS_A_DOCUMENT;
    }

    private static void run(Path folder, long pairs, int workers, long most) {
        try (var job = JudgingJob.open(folder)) {
            job.want(pairs);
            System.out.println(job.counts());
            var count = new AtomicLong();
            new JobRunner(
                            job,
                            new Stub(),
                            workers,
                            (batch, judgments) -> count.addAndGet(batch.size()),
                            () -> count.get() >= most)
                    .run();
        }
    }

    private static void time(String what, long pairs, Runnable work) {
        long began = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        var runtime = Runtime.getRuntime();
        System.out.println(String.format(
                Locale.ROOT,
                "%s: %.2f s, %.0f pairs/s, heap %d MB of at most %d MB",
                what,
                seconds,
                pairs / seconds,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20));
    }

    private record Stub() implements RelevanceJudge {
        @Override
        public String name() {
            return "stub";
        }

        @Override
        public GradeScale scale() {
            return GradeScale.TREC4;
        }

        @Override
        public Provenance facts() {
            return new Provenance(Map.of("method", "stub"));
        }

        @Override
        public List<Judgment> judge(List<RelevancePair> batch) {
            return batch.stream()
                    .<Judgment>map(pair -> new Judgment.Graded(
                            pair.topic().id(),
                            pair.document().id(),
                            pair.document().id().length() % 4,
                            List.of(.1, .2, .3, .4),
                            .5,
                            "",
                            Usage.NONE))
                    .toList();
        }
    }
}
