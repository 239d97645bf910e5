package dev.sommelier.judges.audit;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Proportion;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.relevance.RelevanceJudge;
import dev.sommelier.judges.relevance.RelevancePair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Judges a sample of pairs in changed forms and counts how often the grade moves: length, position of the content,
/// query words in irrelevant texts and instructions hidden in them (Alaofi et al.,
/// [arXiv:2501.17969](https://arxiv.org/abs/2501.17969)), odd characters, and the judge's own repeatability.
///
/// ```java
/// AuditReport report = new Audit(judge, List.of(inOtherWords), 7, Progress.none()).run(pairs);
/// ```
public final class Audit {
    private static final int BATCH = 20;

    private final RelevanceJudge judge;
    private final List<RelevanceJudge> paraphrased;
    private final long seed;
    private final Progress progress;
    private final Map<List<RelevancePair>, List<Judgment>> judged = new HashMap<>();
    private Usage usage = Usage.NONE;

    /// @param judge whose grades are tested
    /// @param paraphrased the same judge in other words
    /// @param seed of what is drawn
    public Audit(RelevanceJudge judge, List<RelevanceJudge> paraphrased, long seed, Progress progress) {
        this.judge = judge;
        this.paraphrased = List.copyOf(paraphrased);
        this.seed = seed;
        this.progress = progress;
    }

    /// Runs every probe.
    ///
    /// @param sample different pairs of at least two topics
    /// @throws SommelierException if the sample has fewer topics
    public AuditReport run(List<RelevancePair> sample) {
        var topics = new HashSet<String>();
        sample.forEach(pair -> topics.add(pair.topic().id()));
        if (topics.size() < 2) {
            throw new SommelierException("an audit needs pairs of at least two topics, to show documents of one to the"
                    + " other; got " + topics.size() + ". Give more pairs.");
        }
        var irrelevant = irrelevant(sample);
        var probes = Probes.of(judge.scale(), seed);
        var rows = new ArrayList<AuditReport.Row>();
        int steps = probes.size() + 2 + paraphrased.size();
        for (var probe : probes) {
            progress.update("Audit: " + probe.group() + ", " + probe.name(), rows.size(), steps);
            var ground = probe.ground() == Probe.Ground.SAMPLE ? sample : irrelevant;
            rows.add(row(
                    probe.group(),
                    probe.name(),
                    probe.what(),
                    grades(changed(ground, probe.reference())),
                    grades(changed(ground, probe.change()))));
        }
        rows.addAll(repeatability(sample, steps));
        progress.update("Audit", steps, steps);
        return new AuditReport(judge.name(), sample.size(), topics.size(), rows, usage);
    }

    private List<AuditReport.Row> repeatability(List<RelevancePair> sample, int steps) {
        var rows = new ArrayList<AuditReport.Row>();
        var first = grades(sample);
        rows.add(row("repeat", "again", "judged again in the same batches", first, fresh(judge, sample, BATCH)));
        rows.add(row("repeat", "alone", "each judged alone, against in a batch", first, fresh(judge, sample, 1)));
        for (int i = 0; i < paraphrased.size(); i++) {
            progress.update("Audit: wording " + (i + 1), steps - paraphrased.size() + i, steps);
            rows.add(row(
                    "repeat",
                    "wording " + (i + 1),
                    "the prompt in other words",
                    first,
                    fresh(paraphrased.get(i), sample, BATCH)));
        }
        return rows;
    }

    private static List<RelevancePair> changed(List<RelevancePair> pairs, UnaryOperator<RelevancePair> change) {
        return pairs.stream().map(change).toList();
    }

    /// Each pair's topic with the document of the nearest later pair, around the end, that no pair of the topic has.
    private static List<RelevancePair> irrelevant(List<RelevancePair> sample) {
        var own = new HashSet<String>();
        sample.forEach(pair -> own.add(key(pair)));
        var others = new ArrayList<RelevancePair>();
        for (int i = 0; i < sample.size(); i++) {
            for (int step = 1; step < sample.size(); step++) {
                var donor = sample.get((i + step) % sample.size());
                var other = new RelevancePair(sample.get(i).topic(), donor.document());
                if (!donor.topic().id().equals(other.topic().id()) && !own.contains(key(other))) {
                    others.add(other);
                    break;
                }
            }
        }
        return others;
    }

    private static String key(RelevancePair pair) {
        return pair.topic().id() + "\t" + pair.document().id();
    }

    private List<Judgment> grades(List<RelevancePair> pairs) {
        var before = judged.get(pairs);
        if (before != null) {
            return before;
        }
        var judgments = fresh(judge, pairs, BATCH);
        judged.put(pairs, judgments);
        return judgments;
    }

    private List<Judgment> fresh(RelevanceJudge asked, List<RelevancePair> pairs, int batch) {
        var judgments = new ArrayList<Judgment>();
        for (int from = 0; from < pairs.size(); from += batch) {
            judgments.addAll(asked.judge(pairs.subList(from, Math.min(pairs.size(), from + batch))));
        }
        judgments.forEach(judgment -> usage = usage.plus(judgment.usage()));
        return judgments;
    }

    private AuditReport.Row row(String group, String name, String what, List<Judgment> before, List<Judgment> after) {
        var shifts = new ArrayList<Integer>();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) instanceof Judgment.Graded one && after.get(i) instanceof Judgment.Graded two) {
                shifts.add(two.label() - one.label());
            }
        }
        int n = shifts.size();
        if (n == 0) {
            return new AuditReport.Row(
                    group, name, what, 0, before.size(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new AuditReport.Row(
                group,
                name,
                what,
                n,
                before.size() - n,
                Optional.of(Proportion.of(
                        (int) shifts.stream().filter(shift -> shift != 0).count(), n)),
                Optional.of(Proportion.of(
                        (int) shifts.stream().filter(shift -> shift > 0).count(), n)),
                Optional.of(Bootstrap.mean(shifts.stream().mapToDouble(x -> x).toArray(), seed)));
    }
}
