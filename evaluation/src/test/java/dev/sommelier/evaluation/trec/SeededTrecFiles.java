package dev.sommelier.evaluation.trec;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Writes small qrels and runs that hold what goes wrong: ties, topics in one file only, graded and binary and negative
/// judgements, equal scores, long identifiers, topics without relevant documents. One seed gives one text.
final class SeededTrecFiles {
    static final int CASES = 6;

    private final SplittableRandom random;
    private final int seed;

    SeededTrecFiles(int seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    record Texts(String qrels, String run) {}

    Texts write() {
        int topics = 12;
        var qrels = new StringBuilder();
        var run = new StringBuilder();
        boolean binary = seed % 2 == 0;
        for (int topic = 0; topic < topics; topic++) {
            var name = seed % 3 == 0 ? "t" + topic : Integer.toString(95 + topic);
            int pool = 5 + random.nextInt(40);
            var documents = documents(pool + 30);
            if (topic != 3) {
                for (int i = 0; i < pool; i++) {
                    qrels.append("%s 0 %s %d%n".formatted(name, documents.get(i), grade(topic, binary)));
                }
            }
            if (topic != 5) {
                run(run, name, documents);
            }
        }
        return new Texts(
                qrels.toString().replace(System.lineSeparator(), "\n"),
                run.toString().replace(System.lineSeparator(), "\n"));
    }

    private int grade(int topic, boolean binary) {
        if (topic == 7) {
            return 0;
        }
        int draw = random.nextInt(10);
        if (seed >= 4 && draw == 9) {
            return random.nextBoolean() ? -1 : -2;
        }
        return binary ? (draw < 3 ? 1 : 0) : Math.max(0, draw - 5);
    }

    private List<String> documents(int count) {
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            names.add(
                    switch (random.nextInt(3)) {
                        case 0 -> "d" + i;
                        case 1 -> "FBIS3-" + (1000 - i);
                        default -> "msmarco_doc_" + "x".repeat(40) + "_" + i;
                    });
        }
        return names;
    }

    private void run(StringBuilder run, String topic, List<String> documents) {
        var order = new ArrayList<>(documents);
        for (int i = order.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            order.set(i, order.set(j, order.get(i)));
        }
        int size = 1 + random.nextInt(order.size());
        for (int i = 0; i < size; i++) {
            var score =
                    switch (random.nextInt(4)) {
                        case 0 -> Integer.toString(random.nextInt(5));
                        case 1 -> Double.toString(random.nextInt(80_000) / 16_384.0);
                        case 2 -> "-0.0";
                        default -> Float.toString((float) (random.nextInt(64) / 16.0));
                    };
            run.append("%s Q0 %s %d %s seed%d%n".formatted(topic, order.get(i), i + 1, score, seed));
        }
    }
}
