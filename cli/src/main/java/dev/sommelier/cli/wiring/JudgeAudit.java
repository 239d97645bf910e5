package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.Provenance;
import dev.sommelier.judges.audit.Audit;
import dev.sommelier.judges.audit.AuditReport;
import dev.sommelier.judges.audit.AuditSpace;
import dev.sommelier.judges.audit.SwapAudit;
import dev.sommelier.judges.job.WordOverlapJudge;
import dev.sommelier.judges.relevance.DocumentPreferences;
import dev.sommelier.judges.relevance.RelevanceMethods;
import dev.sommelier.judges.relevance.RelevancePair;
import java.util.List;
import java.util.stream.IntStream;

/// Audits a judge on a sample of pairs.
///
/// @param inputs where the sample comes from
/// @param how the judge
/// @param size of the sample
public record JudgeAudit(JudgeInputs inputs, JudgeOptions how, int size) {
    private static final String PAIRWISE = "pairwise";

    /// The report with what it cost and how it was made.
    public record Result(AuditReport audit, ModelCost cost, Provenance provenance) {}

    /// Runs it.
    ///
    /// @throws SommelierException if a text is missing, or the sample has fewer than two topics
    public Result run(ModelOptions model, CallOptions calls, Output output) {
        var sample = AuditSample.draw(inputs.planInputs(), size, how.seed());
        inputs.notices().forEach(output::note);
        if (how.method.equals(WordOverlapJudge.NAME)) {
            var judge = new WordOverlapJudge(how.grades());
            var report = new Audit(judge, List.of(), how.seed(), output.progress()).run(sample);
            return new Result(report, ModelCost.NONE, provenance(judge.facts()));
        }
        try (var opened = OpenedModel.open(model, calls, output)) {
            return how.method.equals(PAIRWISE) ? swapped(opened, sample) : audited(opened, sample, output);
        }
    }

    private Result swapped(OpenedModel opened, List<RelevancePair> sample) {
        var settings = how.settings();
        var report = SwapAudit.run(new DocumentPreferences(settings, opened.model()), sample);
        var facts = RelevanceMethods.open(settings, opened.model()).facts();
        return new Result(report, opened.cost(), provenance(facts));
    }

    private Result audited(OpenedModel opened, List<RelevancePair> sample, Output output) {
        var settings = how.special.apply(how.settings(), inputs);
        var judge = RelevanceMethods.open(settings, opened.model());
        var paraphrased = IntStream.rangeClosed(1, RelevanceMethods.wordings(how.method))
                .mapToObj(wording -> RelevanceMethods.open(settings.withWording(wording), opened.model()))
                .toList();
        var tokens = opened.model().tokens();
        var space = AuditSpace.of(sample, settings.scale(), settings.truncation(), tokens, how.seed());
        if (space.shortened() > 0) {
            output.note(space.shortened() + " of " + sample.size() + " texts were shortened further, so that what the"
                    + " audit adds stands within what is read ("
                    + settings.truncation().words() + ").");
        }
        var report = new Audit(judge, paraphrased, how.seed(), output.progress()).run(space.pairs());
        var facts = judge.facts().with("texts shortened for additions", Integer.toString(space.shortened()));
        return new Result(report, opened.cost(), provenance(facts));
    }

    private Provenance provenance(Provenance judge) {
        var facts = judge;
        for (var fact : inputs.facts().entrySet()) {
            facts = facts.with(fact.getKey(), fact.getValue());
        }
        return facts.with("sample", size + " pairs, seed " + how.seed());
    }
}
