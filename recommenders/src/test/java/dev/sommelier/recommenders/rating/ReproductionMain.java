package dev.sommelier.recommenders.rating;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Prints every model's error and the time of its five-fold cross-validation on MovieLens 100K, as
/// docs/reproduction-ratings.md shows them. Each model runs in the order of the table, the first run of each counts, so
/// the compiler's warm-up is inside. Beside the seconds on the wall stand in brackets those of all cores together,
/// which
/// other work on the machine disturbs less.
final class ReproductionMain {
    private static final int SEEDS = 3;

    private ReproductionMain() {}

    public static void main(String[] args) throws IOException {
        var folds = SurpriseFolds.read();
        Reproduction.exact().forEach((name, training) -> print(name, folds, List.of(training)));
        Reproduction.seeded().forEach((name, training) -> {
            var seeds = new ArrayList<Function<RatingMatrix, RatingModel>>();
            for (int seed = 0; seed < SEEDS; seed++) {
                seeds.add(training.apply(seed));
            }
            print(name, folds, seeds);
        });
    }

    private static void print(String name, SurpriseFolds folds, List<Function<RatingMatrix, RatingModel>> runs) {
        var errors = new ArrayList<SurpriseFolds.Errors>();
        var seconds = new StringBuilder();
        for (var training : runs) {
            long cpu = cpuTime();
            long start = System.nanoTime();
            errors.addAll(folds.measure(training));
            double wall = (System.nanoTime() - start) / 1e9;
            seconds.append(String.format(Locale.ROOT, " %.2f (%.2f)", wall, (cpuTime() - cpu) / 1e9));
        }
        var mean = SurpriseFolds.mean(errors);
        System.out.printf(Locale.ROOT, "%-55s %.6f %.6f  s:%s%n", name, mean.rmse(), mean.mae(), seconds);
    }

    private static long cpuTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
