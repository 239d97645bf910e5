package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.judging.CalibrationReport;
import dev.sommelier.judges.calibration.CalibrationFit;
import dev.sommelier.judges.calibration.LabelledPair;
import dev.sommelier.judges.job.JobScores;
import dev.sommelier.judges.job.JobSettings;
import dev.sommelier.judges.job.JudgingJob;
import dev.sommelier.judges.job.LabelledSignals;
import dev.sommelier.judges.job.PlanFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Measures signals of labelled pairs and fits a judge that decides on them.
///
/// @param inputs the labelled pairs with their texts
/// @param how grades and truncation
/// @param model by which model
/// @param calls what is kept of its answers and what they may cost
public record CalibrateWork(JudgeInputs inputs, ReadingOptions how, ModelOptions model, CallOptions calls) {
    /// What came of it.
    ///
    /// @param labels the cross-validated labels as lines of TREC qrels
    public record Result(CalibrationReport report, List<String> labels, ModelCost cost) {}

    /// Calibrates.
    ///
    /// @param jobs folders of jobs whose scores serve as signals; the first one's pairs are the labelled pairs
    /// @param folder receives the measured signals and, without jobs, the plan
    public Result calibrate(List<Path> jobs, Path folder, CalibrationOptions fitting, Output output) {
        var planned = jobs.isEmpty() ? folder : jobs.getFirst();
        requireLabels(jobs, fitting.folds);
        var scored = scored(jobs, output);
        if (jobs.isEmpty()) {
            plan(folder, output);
        }
        try (var language = OpenedModel.open(model, calls, output)) {
            var settings = how.settings("calibrated");
            if (fitting.signals.contains("bm25")) {
                var collection = new ArrayList<Document>();
                inputs.documents(collection::add);
                settings = settings.withCollection(collection);
            }
            var scores = new ArrayList<JobScores>();
            for (var job : scored) {
                try (var opened = JudgingJob.openToRead(job)) {
                    scores.add(JobScores.of(opened, settings, language.model()));
                }
            }
            List<LabelledSignals.Labelled> labelled;
            var facts = new TreeMap<>(language.model().provenance().facts());
            try (var plan = PlanFile.open(planned)) {
                var all = LabelledSignals.of(plan);
                labelled = scoredByAll(all, scores);
                if (labelled.size() < all.size()) {
                    var left = all.size() - labelled.size() + " of " + all.size();
                    facts.put("labelled pairs without a score in the jobs", left);
                    output.note(left + " labelled pairs have no score in the jobs and are left out.");
                }
                for (var key : List.of("collection", "topics", "documents", "pairs", "pool", "sample")) {
                    var value = plan.settings().values().get(key);
                    if (value != null) {
                        facts.put("labelled " + key, value);
                    }
                }
            }
            var gathered = LabelledSignals.gather(
                    labelled,
                    fitting.signals,
                    scores,
                    folder,
                    settings,
                    language.model(),
                    (signal, done) -> output.progress().update("Measuring " + signal, done, labelled.size()));
            facts.put("scale", settings.scale().name());
            facts.put("truncation", settings.truncation().words());
            gathered.facts().forEach((signal, made) -> facts.put("signal " + signal, made));
            return fitted(gathered, fitting, facts, language.cost());
        }
    }

    private void requireLabels(List<Path> jobs, int folds) {
        var labelled = new LabelledTopics(how.grades());
        if (jobs.isEmpty()) {
            inputs.planInputs().pairs().accept((topic, document, grade) -> labelled.add(topic, grade));
            labelled.require(folds, "the input");
            return;
        }
        try (var plan = PlanFile.open(jobs.getFirst())) {
            plan.forEach(0, plan.size(), pair -> {
                if (pair.text().isPresent()) {
                    labelled.add(pair.topic(), pair.human());
                }
            });
        }
        labelled.require(folds, jobs.getFirst().toString());
    }

    /// The jobs whose scores serve as signals. The first one's pairs are used anyway.
    private static List<Path> scored(List<Path> jobs, Output output) {
        var scored = new ArrayList<Path>();
        for (var job : jobs) {
            try (var plan = PlanFile.open(job)) {
                if (JobScores.areSignals(plan)) {
                    requireJudged(job);
                    scored.add(job);
                } else if (job.equals(jobs.getFirst())) {
                    output.note(JobScores.noSignals(job, plan) + "; its pairs are used, and all signals are measured.");
                } else {
                    throw new SommelierException(
                            JobScores.noSignals(job, plan) + "; only the first JOB gives pairs, so leave it out.");
                }
            }
        }
        return scored;
    }

    private static void requireJudged(Path job) {
        try (var opened = JudgingJob.openToRead(job)) {
            if (opened.counts().done() == 0) {
                throw new SommelierException(
                        job + " has no judged pair yet; judge some by 'sommelier judge resume " + job + "' first.");
            }
        }
    }

    /// What no job has judged yet is not measured in vain.
    private static List<LabelledSignals.Labelled> scoredByAll(
            List<LabelledSignals.Labelled> labelled, List<JobScores> scores) {
        return labelled.stream()
                .filter(one -> scores.stream()
                        .allMatch(job -> job.value(
                                        one.pair().topic().id(),
                                        one.pair().document().id())
                                .isPresent()))
                .toList();
    }

    private Result fitted(
            LabelledSignals gathered, CalibrationOptions fitting, Map<String, String> facts, ModelCost cost) {
        long topics =
                gathered.pairs().stream().map(LabelledPair::topic).distinct().count();
        if (topics < fitting.folds) {
            throw new SommelierException("cross-validation in " + fitting.folds
                    + " folds needs labelled pairs of as many topics, and " + topics + " have all signals (left out: "
                    + gathered.left() + "); give more labelled topics, or fewer --folds.");
        }
        var fit = new CalibrationFit(
                fitting.signals,
                how.grades().values(),
                fitting.rule,
                fitting.penalty,
                fitting.folds,
                how.seed(),
                fitting.perTopic);
        var report = CalibrationReport.of(fit, gathered.pairs(), facts, gathered.left());
        var labels = new ArrayList<String>();
        CalibrationReport.labels(fit, gathered.pairs(), labels::add);
        return new Result(report, labels, cost);
    }

    private void plan(Path folder, Output output) {
        var settings = new JobSettings(inputs.facts());
        if (PlanFile.exists(folder)) {
            try (var plan = PlanFile.open(folder)) {
                plan.settings().requireSame(settings, folder.toString());
            }
            return;
        }
        output.progress().notice("Planning in " + folder);
        PlanFile.create(folder, settings, List.of(), inputs.planInputs());
        inputs.notices().forEach(output::note);
    }
}
