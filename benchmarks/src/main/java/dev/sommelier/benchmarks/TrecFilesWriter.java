package dev.sommelier.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Writes the TREC benchmark's files: 2,000 topics with 1,000 retrieved documents and 100 judgements each. One seed
/// gives one pair of files.
///
/// Scores have four decimals and stay under 100, so that they are told apart as single-precision numbers too, which is
/// what pytrec_eval-terrier compares; two in a hundred are ties.
public final class TrecFilesWriter {
    private static final int TOPICS = 2_000;
    private static final int RETRIEVED = 1_000;
    private static final int JUDGED = 100;
    private static final int COLLECTION = 8_841_823;
    private static final int STRIDE = 7_919;

    private TrecFilesWriter() {}

    /// Writes `bench.qrels` and `bench.run`.
    ///
    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        var random = new SplittableRandom(20261124);
        try (var qrels = Files.newBufferedWriter(folder.resolve("bench.qrels"));
                var run = Files.newBufferedWriter(folder.resolve("bench.run"))) {
            for (int topic = 1; topic <= TOPICS; topic++) {
                topic(topic, random, qrels, run);
            }
        }
    }

    private static void topic(int topic, SplittableRandom random, BufferedWriter qrels, BufferedWriter run)
            throws IOException {
        long first = random.nextInt(COLLECTION);
        int score = 990_000;
        for (int rank = 1; rank <= RETRIEVED; rank++) {
            var document = document(first, rank);
            score -= random.nextInt(50) == 0 ? 0 : 1 + random.nextInt(900);
            run.write(topic + " Q0 " + document + " " + rank + " " + score / 10_000 + "."
                    + String.valueOf(10_000 + score % 10_000).substring(1) + " bench\n");
        }
        for (int i = 0; i < JUDGED; i++) {
            int at = 1 + i * 13 + random.nextInt(13);
            qrels.write(topic + " 0 " + document(first, at) + " " + Math.max(0, random.nextInt(7) - 3) + "\n");
        }
    }

    private static String document(long first, long at) {
        return "msmarco_passage_" + (first + at * STRIDE) % COLLECTION;
    }
}
