package dev.sommelier.experiments.judging.preference;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Distribution;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.evaluation.agreement.CohenKappa;
import dev.sommelier.evaluation.agreement.Confusion;
import dev.sommelier.evaluation.agreement.GradeScale;
import dev.sommelier.evaluation.agreement.TopicConfusions;
import dev.sommelier.evaluation.agreement.Weighting;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.preference.AnnotatedPair;
import dev.sommelier.judges.preference.AnswerJudge;
import dev.sommelier.judges.preference.AnswerPair;
import dev.sommelier.judges.preference.CategoryChoice;
import dev.sommelier.judges.preference.Preference.Verdict;
import dev.sommelier.judges.preference.PreferenceOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Asks judges of two answers about annotated pairs and measures how far they agree with the people.
///
/// A pair that a judge could not compare is counted, with its cause, and leaves the figures of all; a judge that could
/// compare none has no figures and holds nobody back. With several judges one more row takes, for each kind of task,
/// the
/// judge that agreed best on other instructions (five folds), as HREF chooses its own.
public final class PreferenceStudy {
    /// What the chosen row is called.
    public static final String CHOSEN = "chosen by category";

    private static final int FOLDS = 5;

    private final List<AnnotatedPair> pairs;
    private final List<AnswerPair> asked;
    private final long seed;
    private final Map<String, Integer> instructions = new LinkedHashMap<>();
    private final Map<String, List<PreferenceOutcome>> outcomes = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /// @param pairs at least one
    /// @param seed of folds and intervals
    public PreferenceStudy(List<AnnotatedPair> pairs, long seed) {
        this.pairs = List.copyOf(pairs);
        this.asked = this.pairs.stream().map(AnnotatedPair::pair).toList();
        this.seed = seed;
        asked.forEach(pair -> instructions.putIfAbsent(pair.instruction(), instructions.size()));
    }

    /// Asks a judge about every pair.
    ///
    /// @throws IllegalArgumentException if a judge of that name was asked before
    public void ask(AnswerJudge judge, Progress progress) {
        var found = new ArrayList<PreferenceOutcome>();
        for (var pair : asked) {
            found.addAll(judge.compare(List.of(pair)));
            progress.update("Comparing by " + judge.name(), found.size(), asked.size());
        }
        if (outcomes.putIfAbsent(judge.name(), found) != null) {
            throw new IllegalArgumentException("judge \"" + judge.name() + "\" was asked before");
        }
        parameters.put(judge.name(), judge.parameters());
    }

    /// What a judge said of each pair, by its name.
    public Map<String, List<PreferenceOutcome>> outcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    /// The figures.
    public PreferenceReport report() {
        var all = new LinkedHashMap<>(outcomes);
        var choosable = new LinkedHashMap<>(outcomes);
        choosable.keySet().removeIf(name -> name.endsWith("(control)"));
        if (choosable.size() > 1 && instructions.size() > 1) {
            all.put(CHOSEN, chosen(choosable));
        }
        int[] compared = IntStream.range(0, pairs.size())
                .filter(i -> all.values().stream()
                        .filter(PreferenceStudy::any)
                        .allMatch(found -> found.get(i) instanceof PreferenceOutcome.Compared))
                .toArray();
        var rows = new ArrayList<PreferenceReport.Row>();
        all.forEach((name, found) -> rows.add(row(name, found, any(found) ? compared : new int[0])));
        return new PreferenceReport(
                pairs.size(), instructions.size(), compared.length, among(compared), rows, categories(all, compared));
    }

    private static boolean any(List<PreferenceOutcome> found) {
        return found.stream().anyMatch(PreferenceOutcome.Compared.class::isInstance);
    }

    /// For every pair what the judge says that agreed best on the other folds' pairs of its category.
    private List<PreferenceOutcome> chosen(Map<String, List<PreferenceOutcome>> from) {
        var order =
                new ArrayList<>(IntStream.range(0, instructions.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        int folds = Math.min(FOLDS, order.size());
        var picked = new ArrayList<PreferenceOutcome>(Collections.nCopies(
                pairs.size(), new PreferenceOutcome.Failed("not-chosen", "the pair is in no fold")));
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            var split = IntStream.range(0, pairs.size())
                    .boxed()
                    .collect(Collectors.partitioningBy(i -> order.indexOf(instruction(i)) % folds == held));
            var fitting = split.getOrDefault(false, List.of());
            var test = split.getOrDefault(true, List.of());
            var choice = CategoryChoice.fit(at(asked, fitting), part(from, fitting));
            var said = choice.apply(at(asked, test), part(from, test));
            for (int n = 0; n < test.size(); n++) {
                picked.set(test.get(n), said.get(n));
            }
        }
        return picked;
    }

    private static Map<String, List<PreferenceOutcome>> part(
            Map<String, List<PreferenceOutcome>> from, List<Integer> positions) {
        var part = new LinkedHashMap<String, List<PreferenceOutcome>>();
        from.forEach((name, found) -> part.put(name, at(found, positions)));
        return part;
    }

    private static <T> List<T> at(List<T> list, List<Integer> positions) {
        return positions.stream().map(list::get).toList();
    }

    private int instruction(int pair) {
        return instructions.getOrDefault(asked.get(pair).instruction(), 0);
    }

    private static Verdict verdict(List<PreferenceOutcome> found, int pair) {
        return found.get(pair) instanceof PreferenceOutcome.Compared compared
                ? compared.preference().verdict()
                : Verdict.TIE;
    }

    private PreferenceReport.Row row(String name, List<PreferenceOutcome> found, int[] compared) {
        var failures = new TreeMap<String, Integer>();
        for (var outcome : found) {
            if (outcome instanceof PreferenceOutcome.Failed failed) {
                failures.merge(failed.kind(), 1, Integer::sum);
            }
        }
        return new PreferenceReport.Row(
                name,
                parameters.getOrDefault(name, "the best of the others on other instructions, " + FOLDS + " folds"),
                mean(compared, i -> pairs.get(i).agreement(verdict(found, i))),
                kappa(found, compared),
                mean(compared, i -> placed(found.get(i)) ? 1 : 0),
                failures);
    }

    private static boolean placed(PreferenceOutcome outcome) {
        return outcome instanceof PreferenceOutcome.Compared compared
                && (compared.preference().inOrder() - .5)
                                * (compared.preference().swapped() - .5)
                        < 0;
    }

    /// The mean over pairs, its interval over instructions.
    private Optional<Interval> mean(int[] compared, IntToDoubleFunction value) {
        if (compared.length == 0) {
            return Optional.empty();
        }
        var sums = new TreeMap<Integer, double[]>();
        for (int i : compared) {
            var sum = sums.computeIfAbsent(instruction(i), key -> new double[2]);
            sum[0] += value.applyAsDouble(i);
            sum[1]++;
        }
        var clusters = List.copyOf(sums.values());
        return Optional.of(Bootstrap.statistic(
                clusters.size(),
                drawn -> {
                    double sum = 0;
                    double count = 0;
                    for (int cluster : drawn) {
                        sum += clusters.get(cluster)[0];
                        count += clusters.get(cluster)[1];
                    }
                    return sum / count;
                },
                Bootstrap.DEFAULT_RESAMPLES,
                seed));
    }

    private Optional<Interval> kappa(List<PreferenceOutcome> found, int[] compared) {
        if (compared.length == 0) {
            return Optional.empty();
        }
        var scale = new GradeScale(0, position(Verdict.TIE));
        var tables = new TreeMap<Integer, Confusion>();
        for (int i : compared) {
            var human = asked.get(i).human().orElse(Verdict.TIE);
            tables.computeIfAbsent(instruction(i), key -> new Confusion(scale))
                    .add(position(human), position(verdict(found, i)));
        }
        var confusions = new TopicConfusions(
                tables.keySet().stream().map(String::valueOf).toList(), List.copyOf(tables.values()));
        Distribution spread = confusions
                .resample(List.of(new CohenKappa(Weighting.NONE)), Bootstrap.DEFAULT_RESAMPLES, seed)
                .getFirst();
        return spread.interval();
    }

    private static int position(Verdict verdict) {
        return switch (verdict) {
            case FIRST -> 0;
            case SECOND -> 1;
            case TIE -> 2;
        };
    }

    private Optional<Interval> among(int[] compared) {
        int[] several = IntStream.of(compared)
                .filter(i -> pairs.get(i).among().isPresent())
                .toArray();
        return mean(several, i -> pairs.get(i).among().orElse(0));
    }

    private List<PreferenceReport.Category> categories(Map<String, List<PreferenceOutcome>> all, int[] compared) {
        var names = new LinkedHashSet<String>();
        asked.forEach(pair -> names.add(pair.category()));
        var categories = new ArrayList<PreferenceReport.Category>();
        for (var name : names.stream().sorted().toList()) {
            int[] of = IntStream.of(compared)
                    .filter(i -> asked.get(i).category().equals(name))
                    .toArray();
            var agreement = new LinkedHashMap<String, Double>();
            var best = "";
            double highest = -1;
            for (var entry : all.entrySet()) {
                if (!any(entry.getValue()) || of.length == 0) {
                    continue;
                }
                double mean = IntStream.of(of)
                        .mapToDouble(i -> pairs.get(i).agreement(verdict(entry.getValue(), i)))
                        .average()
                        .orElse(0);
                agreement.put(entry.getKey(), mean);
                if (mean > highest && !entry.getKey().equals(CHOSEN)) {
                    highest = mean;
                    best = entry.getKey();
                }
            }
            categories.add(new PreferenceReport.Category(name, of.length, agreement, best));
        }
        return categories;
    }
}
