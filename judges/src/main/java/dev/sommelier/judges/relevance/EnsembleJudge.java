package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LanguageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Several methods judge; the grade with most votes counts, of equally many the one nearest to the mean vote, then the
/// lower. The score is the mean vote. A pair that one of them could not judge is failed: a vote of fewer is another
/// method.
final class EnsembleJudge extends ModelJudge {
    private static final List<String> DEFAULT = List.of("grade", "umbrela", "yes-no");

    private final List<RelevanceJudge> members;

    EnsembleJudge(JudgeSettings settings, LanguageModel model) {
        super(settings, model);
        var names = settings.members().isEmpty() ? DEFAULT : settings.members();
        if (names.size() < 2
                || names.contains(settings.method())
                || names.stream().distinct().count() < names.size()) {
            throw new SommelierException("method " + settings.method()
                    + " needs at least two different methods other than itself, got " + String.join(", ", names)
                    + "; name them with --members.");
        }
        this.members = names.stream()
                .map(name -> RelevanceMethods.open(settings.withMethod(name), model))
                .toList();
    }

    @Override
    public Provenance facts() {
        var facts = JudgeFacts.of(settings, model);
        for (var member : members) {
            for (var fact : new TreeMap<>(member.facts().facts()).entrySet()) {
                if (!fact.getValue().equals(facts.facts().get(fact.getKey()))) {
                    facts = facts.with(member.name() + ": " + fact.getKey(), fact.getValue());
                }
            }
        }
        return facts.with("decision rule", "most votes; of equally many the one nearest the mean vote, then the lower");
    }

    @Override
    public boolean together() {
        return members.stream().anyMatch(RelevanceJudge::together);
    }

    @Override
    public List<Judgment> judge(List<RelevancePair> batch) {
        var votes = members.stream().map(member -> member.judge(batch)).toList();
        var judgments = new ArrayList<Judgment>();
        for (int i = 0; i < batch.size(); i++) {
            int at = i;
            judgments.add(judgment(votes.stream().map(vote -> vote.get(at)).toList()));
        }
        return judgments;
    }

    private Judgment judgment(List<Judgment> votes) {
        var usage = votes.stream().map(Judgment::usage).reduce(Usage.NONE, Usage::plus);
        var graded = new ArrayList<Judgment.Graded>();
        for (int i = 0; i < votes.size(); i++) {
            switch (votes.get(i)) {
                case Judgment.Graded vote -> graded.add(vote);
                case Judgment.Failed failed -> {
                    return new Judgment.Failed(
                            failed.topic(),
                            failed.document(),
                            failed.kind(),
                            members.get(i).name() + ": " + failed.cause(),
                            failed.reply(),
                            usage);
                }
            }
        }
        double mean = graded.stream().mapToInt(Judgment.Graded::label).average().orElseThrow();
        var shares = scale().values().stream()
                .map(grade -> (double) count(graded, grade) / graded.size())
                .toList();
        var first = graded.getFirst();
        return new Judgment.Graded(first.topic(), first.document(), winner(graded, mean), shares, mean, "", usage);
    }

    private int winner(List<Judgment.Graded> votes, double mean) {
        int best = scale().values().getFirst();
        for (int grade : scale().values()) {
            long more = count(votes, grade) - count(votes, best);
            if (more > 0 || (more == 0 && Math.abs(grade - mean) < Math.abs(best - mean))) {
                best = grade;
            }
        }
        return best;
    }

    private static long count(List<Judgment.Graded> votes, int grade) {
        return votes.stream().filter(vote -> vote.label() == grade).count();
    }
}
