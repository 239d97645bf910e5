package dev.sommelier.experiments.judging;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Qrels;
import dev.sommelier.core.Usage;
import dev.sommelier.evaluation.agreement.GradeScale;
import dev.sommelier.evaluation.agreement.LabelSet;
import dev.sommelier.evaluation.agreement.PairPolicy;
import dev.sommelier.experiments.agreement.AgreementReport;
import dev.sommelier.experiments.agreement.AgreementStudy;
import dev.sommelier.experiments.judging.JudgingReport.GradeCount;
import dev.sommelier.judges.job.JobExport;
import dev.sommelier.judges.job.JudgingJob;
import dev.sommelier.judges.job.PlannedPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads a job's outcomes once and sums them up.
public final class JudgingStudy {
    private static final int GRADES_SHOWN = 3;
    private static final int TEXT = 500;

    private final int resamples;
    private final long seed;
    private final TreeMap<Integer, long[]> grades = new TreeMap<>();
    private final Map<String, Map<String, Integer>> human = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> labels = new LinkedHashMap<>();
    private final Contested contested;
    private final List<Integer> scale;
    private Usage usage = Usage.NONE;
    private long compared;
    private long offScale;

    private JudgingStudy(List<Integer> scale, int most, int resamples, long seed) {
        this.scale = scale;
        this.contested = new Contested(most);
        this.resamples = resamples;
        this.seed = seed;
    }

    /// Sums up what a job has so far.
    ///
    /// @param most how many disagreements to show
    /// @param resamples of the bootstrap over topics
    /// @param seed of the bootstrap
    public static JudgingReport of(JudgingJob job, int most, int resamples, long seed) {
        var words = job.plan().settings().values().getOrDefault("scale", "");
        var study = new JudgingStudy(dev.sommelier.judges.relevance.GradeScale.valuesIn(words), most, resamples, seed);
        new JobExport(job).outcomes((pair, judgment) -> study.add(job, pair, judgment));
        return study.report(job);
    }

    private void add(JudgingJob job, PlannedPair pair, Judgment judgment) {
        usage = usage.plus(judgment.usage());
        if (!(judgment instanceof Judgment.Graded graded)) {
            return;
        }
        count(graded.label(), 0);
        if (pair.human().isEmpty()) {
            return;
        }
        int grade = pair.human().getAsInt();
        if (!scale.contains(grade)) {
            offScale++;
            return;
        }
        compared++;
        count(graded.label(), 1);
        count(grade, 2);
        human.computeIfAbsent(pair.topic(), key -> new LinkedHashMap<>()).put(pair.document(), grade);
        labels.computeIfAbsent(pair.topic(), key -> new LinkedHashMap<>()).put(pair.document(), graded.label());
        if (grade != graded.label()) {
            contested.add(disagreement(job, pair, graded, grade));
        }
    }

    private void count(int grade, int column) {
        grades.computeIfAbsent(grade, key -> new long[GRADES_SHOWN])[column]++;
    }

    private Disagreement disagreement(JudgingJob job, PlannedPair pair, Judgment.Graded graded, int grade) {
        var text = pair.text().map(document -> document.text()).orElse("");
        return new Disagreement(
                pair.position(),
                pair.topic(),
                pair.document(),
                grade,
                graded.label(),
                confidence(graded),
                job.plan().topic(pair.topic()).text(),
                text.length() <= TEXT ? text : text.substring(0, end(text)) + " ...");
    }

    /// The probability of the grade that was given, which need not be the most probable one.
    private double confidence(Judgment.Graded graded) {
        int place = scale.indexOf(graded.label());
        return graded.probabilities().size() == scale.size() && place >= 0
                ? graded.probabilities().get(place)
                : 0;
    }

    /// Never between the halves of a character.
    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(TEXT - 1)) ? TEXT - 1 : TEXT;
    }

    private JudgingReport report(JudgingJob job) {
        var rows = new ArrayList<GradeCount>();
        grades.forEach((grade, counts) -> rows.add(new GradeCount(grade, counts[0], counts[1], counts[2])));
        return new JudgingReport(
                job.plan().settings().values(),
                job.counts(),
                rows,
                compared,
                notes(),
                agreement(),
                contested.chosen(),
                usage,
                job.shortened());
    }

    private List<String> notes() {
        return offScale == 0
                ? List.of()
                : List.of(offScale + " graded pairs have a human grade that is not on the job's scale "
                        + scale + "; they are in no figure of agreement. Map the human's grades to the scale first, to"
                        + " compare them too.");
    }

    private Optional<AgreementReport> agreement() {
        if (human.isEmpty()) {
            return Optional.empty();
        }
        var judged = Qrels.of(human);
        return Optional.of(new AgreementStudy(
                        "human",
                        judged,
                        List.of(new LabelSet("judge", Qrels.of(labels))),
                        new GradeScale(scale.getFirst(), scale.getLast()),
                        new PairPolicy(PairPolicy.OutOfRange.FAIL, PairPolicy.Missing.DROP),
                        Map.of(),
                        List.of(),
                        resamples,
                        seed)
                .report());
    }
}
