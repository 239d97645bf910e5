package dev.sommelier.benchmarks.datasets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Writes made-up data in the layout of MovieLens 20M: `movies.csv` and `ratings.csv`, users in order, popularity of
/// items and activity of users skewed, half stars, times growing within a user.
///
/// Arguments: FOLDER ROWS SEED. Of 20 million rows there are about as many users and items as MovieLens 20M has.
public final class MovieLensWriter {
    private static final int ITEMS = 27_278;
    private static final int LEAST = 20;
    private static final double SKEW = 3;
    private static final double MEAN_MORE = 124.4;
    private static final long FIRST_TIME = 789_652_009;
    private static final int LAST_START = 600_000_000;
    private static final int LONGEST_PAUSE = 3000;

    private MovieLensWriter() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        long rows = Long.parseLong(arguments[1]);
        var random = new SplittableRandom(Long.parseLong(arguments[2]));
        try (var out = Files.newBufferedWriter(folder.resolve("movies.csv"))) {
            out.write("movieId,title,genres\n");
            for (int item = 1; item <= ITEMS; item++) {
                out.write(item + ",\"Film, The number " + item + " (" + (1950 + item % 70) + ")\",Comedy|Drama\n");
            }
        }
        try (var out = Files.newBufferedWriter(folder.resolve("ratings.csv"))) {
            out.write("userId,movieId,rating,timestamp\n");
            long written = 0;
            for (int user = 1; written < rows; user++) {
                long activity = LEAST + Math.round(-MEAN_MORE * Math.log(1 - random.nextDouble()));
                written += user(out, user, Math.min(activity, rows - written), random);
            }
        }
    }

    private static long user(BufferedWriter out, int user, long activity, SplittableRandom random) throws IOException {
        long time = FIRST_TIME + random.nextInt(LAST_START);
        for (long i = 0; i < activity; i++) {
            int item = 1 + (int) (ITEMS * Math.pow(random.nextDouble(), SKEW));
            int halves = 1 + random.nextInt(10);
            time += random.nextInt(LONGEST_PAUSE);
            out.write(user + "," + item + "," + halves / 2 + (halves % 2 == 0 ? ".0," : ".5,") + time + "\n");
        }
        return activity;
    }
}
