package dev.sommelier.benchmarks.recommenders;

import dev.sommelier.recommenders.dense.SymmetricInverse;
import dev.sommelier.recommenders.factor.AlsOptions;
import dev.sommelier.recommenders.factor.AlsSolver;
import dev.sommelier.recommenders.factor.AlsTraining;
import dev.sommelier.recommenders.factor.BprOptions;
import dev.sommelier.recommenders.factor.BprTraining;
import dev.sommelier.recommenders.factor.Factors;
import dev.sommelier.recommenders.factor.ItemScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/// Times one kind of work and prints one line: the seconds of each repetition, and the loss where there is one.
///
/// `data FOLDER SHARE` writes the data; `als FOLDER FACTORS cg3|cholesky ITERATIONS` times iterations;
/// `bpr FOLDER FACTORS EPOCHS` epochs; `top FOLDER FACTORS ROUNDS` the best 20 items of 5,000 users with random
/// vectors; `inverse FOLDER ITEMS ROUNDS` the inverse of a matrix of `items x items` as EASE needs it.
public final class RecommenderBenchmark {
    private static final int QUERIES = 5_000;

    private RecommenderBenchmark() {}

    /// @param arguments the work, the folder of the data, and what the work wants
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "data" -> InteractionsGenerator.write(folder, Double.parseDouble(arguments[2]));
            case "als" ->
                als(folder, Integer.parseInt(arguments[2]), solver(arguments[3]), Integer.parseInt(arguments[4]));
            case "bpr" -> bpr(folder, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            case "top" -> top(folder, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            case "inverse" -> inverse(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            default ->
                throw new IllegalArgumentException("work must be data, als, bpr, top or inverse, got " + arguments[0]);
        }
    }

    private static void bpr(Path folder, int factors, int epochs) throws IOException {
        var training =
                BprTraining.start(InteractionsGenerator.read(folder), new BprOptions(factors, 0.05, 0.01, epochs, 1));
        for (int i = 0; i < epochs; i++) {
            long start = System.nanoTime();
            training.iterate();
            System.out.printf(Locale.ROOT, "%.3f ", (System.nanoTime() - start) / 1e9);
        }
        System.out.println();
    }

    private static void top(Path folder, int factors, int rounds) throws IOException {
        var random = new SplittableRandom(1);
        int[][] seen = InteractionsGenerator.itemsOfFirstUsers(folder, QUERIES);
        float[][] users = gaussian(QUERIES, factors, random);
        var scan = ItemScan.of(Factors.of(gaussian(InteractionsGenerator.ITEMS, factors, random), factors));
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            int[][] best = scan.bestPositions(users, seen, 20);
            System.out.printf(Locale.ROOT, "%.3f ", (System.nanoTime() - start) / 1e9);
            if (best.length != QUERIES) {
                throw new IllegalStateException("expected " + QUERIES + " lists, got " + best.length);
            }
        }
        System.out.println();
    }

    private static void inverse(int items, int rounds) {
        for (int i = 0; i < rounds; i++) {
            var random = new SplittableRandom(1);
            var matrix = new double[items][items];
            for (int row = 0; row < items; row++) {
                for (int column = row; column < items; column++) {
                    matrix[row][column] = random.nextDouble();
                }
                matrix[row][row] += items;
            }
            long start = System.nanoTime();
            SymmetricInverse.invert(matrix);
            System.out.printf(Locale.ROOT, "%.3f ", (System.nanoTime() - start) / 1e9);
        }
        System.out.println();
    }

    private static float[][] gaussian(int rows, int factors, SplittableRandom random) {
        var values = new float[rows][factors];
        for (float[] row : values) {
            for (int f = 0; f < factors; f++) {
                row[f] = (float) random.nextGaussian();
            }
        }
        return values;
    }

    private static AlsSolver solver(String name) {
        return name.equals("cholesky")
                ? new AlsSolver.Cholesky()
                : new AlsSolver.ConjugateGradient(Integer.parseInt(name.substring(2)));
    }

    private static void als(Path folder, int factors, AlsSolver solver, int iterations) throws IOException {
        var contacts = InteractionsGenerator.read(folder);
        var training = AlsTraining.start(contacts, new AlsOptions(factors, 0.01, 4, iterations, 1).with(solver));
        for (int i = 0; i < iterations; i++) {
            long start = System.nanoTime();
            training.iterate();
            System.out.printf(Locale.ROOT, "%.3f ", (System.nanoTime() - start) / 1e9);
        }
        System.out.printf(Locale.ROOT, "loss %.1f%n", training.loss());
    }
}
