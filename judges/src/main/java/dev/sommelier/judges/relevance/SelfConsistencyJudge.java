package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Asks for the grade in several wordings, drawn by the seed, and sums the probabilities: what a vote of endlessly many
/// sampled answers would come to, without their noise.
final class SelfConsistencyJudge extends ModelJudge {
    /// The wordings of the question beside its own.
    static final int PARAPHRASES = 4;

    private static final int ASKED = 3;

    private final GradeLabels labels;
    private final List<PairPrompt> prompts;

    SelfConsistencyJudge(JudgeSettings settings, LanguageModel model) {
        super(settings, model);
        this.labels = GradeLabels.of(settings.scale());
        this.prompts = drawn(settings.seed()).stream()
                .map(wording -> new PairPrompt("judge-grade", settings.withWording(wording), model.tokens()))
                .toList();
    }

    private static List<Integer> drawn(long seed) {
        var wordings =
                new ArrayList<>(IntStream.rangeClosed(0, PARAPHRASES).boxed().toList());
        Collections.shuffle(wordings, new Random(seed));
        return wordings.subList(0, ASKED);
    }

    @Override
    public Provenance facts() {
        return JudgeFacts.of(settings, model)
                .with("prompt", prompts.stream().map(PairPrompt::label).collect(Collectors.joining(", ")))
                .with("answer", "label probabilities")
                .with("decision rule", labels.rule() + " under the mean of the wordings");
    }

    @Override
    public List<Judgment> judge(List<RelevancePair> batch) {
        List<Reading<Mean>> sums = new ArrayList<>();
        batch.forEach(pair -> sums.add(new Reading.Read<>(new Mean(List.of(), Usage.NONE))));
        for (var prompt : prompts) {
            var questions = batch.stream()
                    .map(pair -> new LabelScorer.Question(prompt.messages(pair), labels.labels()))
                    .toList();
            var read = Readings.labels(model, questions);
            for (int i = 0; i < batch.size(); i++) {
                var next = read.get(i);
                sums.set(i, sums.get(i).then(sum -> next.then(scores -> new Reading.Read<>(sum.plus(scores)))));
            }
        }
        return Readings.judgments(
                batch, sums, (pair, sum) -> labels.judgment(pair, sum.probabilities(), "", sum.usage()));
    }

    /// The distributions read so far.
    private record Mean(List<List<Double>> read, Usage usage) {
        Mean plus(LabelScores scores) {
            var more = new ArrayList<>(read);
            more.add(scores.probabilities());
            return new Mean(more, usage.plus(scores.usage()));
        }

        List<Double> probabilities() {
            return IntStream.range(0, read.getFirst().size())
                    .mapToObj(i -> read.stream().mapToDouble(one -> one.get(i)).sum() / read.size())
                    .toList();
        }
    }
}
