package dev.sommelier.judges.job;

import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Topic;
import dev.sommelier.core.Usage;
import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.RelevanceJudge;
import dev.sommelier.judges.relevance.RelevancePair;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A job whose judge answers at once, always the same, as a process of its own: real plan, journal and process, without
/// a
/// model. Arguments: folder, pairs, batch, workers.
final class StubJob {
    private static final int TOPICS = 25;

    private StubJob() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        run(
                folder,
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                (pairs, judgments) -> {});
    }

    static boolean run(Path folder, int pairs, int batch, int workers, JobProgress progress) {
        if (!PlanFile.exists(folder)) {
            plan(folder, pairs, batch, 1);
        }
        try (var job = JudgingJob.open(folder)) {
            job.want(pairs);
            return new JobRunner(job, new Judge(), workers, progress, () -> false).run();
        }
    }

    static JobSettings settings(int batch) {
        var values = new LinkedHashMap<>(new Judge().facts().facts());
        values.put(JudgingJob.BATCH, Integer.toString(batch));
        return new JobSettings(values);
    }

    /// @param share one document for so many pairs
    static void plan(Path folder, int pairs, int batch, int share) {
        PlanFile.create(
                folder,
                settings(batch),
                List.of("--method", "stub"),
                new PlanInputs(
                        IntStream.range(0, TOPICS * share)
                                .mapToObj(i -> new Topic("q" + i, "query number " + i))
                                .toList(),
                        receiver -> {
                            for (int i = 0; i < pairs; i++) {
                                receiver.pair(
                                        "q" + i % (TOPICS * share), "document-" + i / share, OptionalInt.of(i % 4));
                            }
                        },
                        consumer -> {
                            for (int i = 0; i < (pairs + share - 1) / share; i++) {
                                consumer.accept(new Document("document-" + i, "the text of document " + i));
                            }
                        }));
    }

    /// Fails for one pair in 50; what it says depends on the pair alone.
    static final class Judge implements RelevanceJudge {
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
            return batch.stream().map(Judge::judge).toList();
        }

        private static Judgment judge(RelevancePair pair) {
            int hash = (pair.topic().id() + pair.document().id()).hashCode() & 0xffff;
            var usage = new Usage(1, 100, 50, 0, Duration.ofNanos(System.nanoTime() & 0xff));
            return hash % 50 == 0
                    ? new Judgment.Failed(
                            pair.topic().id(), pair.document().id(), "prose", "no grade", "published in 2023", usage)
                    : new Judgment.Graded(
                            pair.topic().id(),
                            pair.document().id(),
                            hash % 4,
                            List.of(.1, .2, .3, .4),
                            hash / 65536.0,
                            "",
                            usage);
        }
    }
}
