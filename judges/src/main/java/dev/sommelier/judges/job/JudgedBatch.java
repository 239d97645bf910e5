package dev.sommelier.judges.job;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Usage;
import dev.sommelier.io.journal.Unit;
import dev.sommelier.judges.relevance.RelevanceJudge;
import dev.sommelier.judges.relevance.RelevancePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What became of one batch.
///
/// @param units one for each pair, for the journal
/// @param judgments one for each pair
/// @param answers what the judge said, of the pairs that it was asked
/// @param whole whether it was asked of every pair that has a text
record JudgedBatch(List<Unit> units, List<Judgment> judgments, List<Judgment> answers, boolean whole) {
    /// Judges a batch. Where it was judged before and something failed, only what failed is judged again, unless the
    /// judge sees a batch as one; a grade is never replaced by a failure.
    ///
    /// @param earlier the outcomes of before, one for each pair; empty where there are none
    static JudgedBatch of(PlanFile plan, RelevanceJudge judge, List<PlannedPair> pairs, List<Unit> earlier) {
        boolean again = earlier.size() == pairs.size();
        var asked = new ArrayList<Integer>();
        var batch = new ArrayList<RelevancePair>();
        boolean whole = true;
        for (int i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            if (pair.text().isEmpty()) {
                continue;
            }
            if (again && !earlier.get(i).failed() && !judge.together()) {
                whole = false;
                continue;
            }
            asked.add(i);
            batch.add(new RelevancePair(plan.topic(pair.topic()), pair.text().get()));
        }
        List<Judgment> answers = batch.isEmpty() ? List.of() : judge.judge(batch);
        JudgingJob.requireOneEach(judge, batch.size(), answers.size());
        var units = new ArrayList<Unit>();
        var judgments = new ArrayList<Judgment>();
        int next = 0;
        for (int i = 0; i < pairs.size(); i++) {
            boolean read = next < asked.size() && asked.get(next) == i;
            var shortened = read ? Optional.of(judge.shortens(batch.get(next))) : Optional.<Boolean>empty();
            var answer = read ? answers.get(next++) : withoutText(pairs.get(i));
            boolean keeps = again && !earlier.get(i).failed() && answer instanceof Judgment.Failed;
            units.add(keeps ? earlier.get(i) : JudgmentCodec.unit(pairs.get(i).position(), answer, shortened));
            judgments.add(keeps ? JudgmentCodec.judgment(earlier.get(i)) : answer);
        }
        return new JudgedBatch(units, judgments, answers, whole);
    }

    private static Judgment withoutText(PlannedPair pair) {
        return new Judgment.Failed(
                pair.topic(),
                pair.document(),
                JudgingJob.MISSING_TEXT,
                "the inputs have no topic or no document of this identifier",
                "",
                Usage.NONE);
    }
}
