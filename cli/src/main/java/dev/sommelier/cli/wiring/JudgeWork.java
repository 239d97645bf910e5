package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.Document;
import dev.sommelier.judges.job.JobRunner;
import dev.sommelier.judges.job.JobSettings;
import dev.sommelier.judges.job.JudgingJob;
import dev.sommelier.judges.job.PlanFile;
import dev.sommelier.judges.job.WordOverlapJudge;
import dev.sommelier.judges.relevance.RelevanceJudge;
import dev.sommelier.judges.relevance.RelevanceMethods;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/// Plans a judging job and works on it.
///
/// @param inputs what is judged
/// @param how how it is judged
/// @param model by which model
/// @param calls what is kept of its answers and what they may cost
public record JudgeWork(JudgeInputs inputs, JudgeOptions how, ModelOptions model, CallOptions calls) {
    /// What to do with the opened job and its judge.
    @FunctionalInterface
    public interface Use {
        /// Job and model are closed afterwards.
        void with(OpenedJob opened);
    }

    /// Opens the judge and the job; plans the job where the folder holds none.
    ///
    /// @param arguments what a later resume needs
    /// @param known whether the inputs are those of the plan and need not be read again
    /// @throws SommelierException if the folder holds a plan with other settings, or texts are missing
    public void open(Path folder, List<String> arguments, boolean known, Output output, Use use) {
        if (how.method.equals(WordOverlapJudge.NAME)) {
            open(folder, arguments, known, output, new WordOverlapJudge(how.grades()), () -> ModelCost.NONE, use);
            return;
        }
        try (var language = OpenedModel.open(model, calls, output)) {
            var settings = how.special.apply(how.settings(), inputs);
            if (how.calibration.isPresent()) {
                var collection = new ArrayList<Document>();
                inputs.documents(collection::add);
                settings = settings.withCollection(collection);
            }
            var judge = RelevanceMethods.open(settings, language.model());
            open(folder, arguments, known, output, judge, language::cost, use);
        }
    }

    private void open(
            Path folder,
            List<String> arguments,
            boolean known,
            Output output,
            RelevanceJudge judge,
            Supplier<ModelCost> cost,
            Use use) {
        var values = new LinkedHashMap<>(judge.facts().facts());
        if (known) {
            // The plan holds copies of the inputs; only the judge could have changed.
            try (var plan = PlanFile.open(folder)) {
                plan.settings().values().forEach(values::putIfAbsent);
            }
        } else {
            values.putAll(inputs.facts());
        }
        var settings = new JobSettings(values);
        if (!PlanFile.exists(folder)) {
            output.progress().notice("Planning in " + folder);
            try {
                PlanFile.create(folder, settings, arguments, inputs.planInputs());
            } finally {
                inputs.notices().forEach(output::note);
            }
        }
        try (var job = JudgingJob.open(folder)) {
            job.require(settings);
            tellOddities(job, output);
            use.with(new OpenedJob(job, judge, cost));
        }
    }

    private static void tellOddities(JudgingJob job, Output output) {
        var plan = job.plan();
        plan.oddities().forEach(output::note);
        if (plan.missing() > 0) {
            output.note(plan.missingTexts().sentence(plan.size(), job.folder()));
        }
    }

    /// Works until the wanted pairs are done or the user interrupts; then the batches in flight are finished first.
    ///
    /// @return whether all wanted pairs have their outcome
    public static boolean run(JudgingJob job, RelevanceJudge judge, int workers, Output output) {
        long left = job.open(job.counts().wanted()).positions();
        var progress = new JudgeProgress(left, judge.scale(), output);
        progress.begin();
        try (var interrupt = new Interrupt(output)) {
            return new JobRunner(job, judge, workers, progress, interrupt::wanted).run();
        }
    }
}
