package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Asks of each question of the topic whether the passage answers it, and grades by how many it does.
final class NuggetJudge extends ModelJudge {
    private final PairPrompt answering;
    private final NuggetQuestions questions;

    NuggetJudge(JudgeSettings settings, LanguageModel model) {
        super(settings, model);
        this.answering = new PairPrompt("judge-nugget-answer", settings, model.tokens());
        this.questions = new NuggetQuestions(settings, model);
    }

    @Override
    public Provenance facts() {
        return JudgeFacts.of(settings, model)
                .with("prompt", answering.label())
                .with("nugget questions", questions.facts())
                .with("answer", "label probabilities")
                .with("decision rule", "even split of the share of answered questions over the grades");
    }

    @Override
    public List<Judgment> judge(List<RelevancePair> batch) {
        var known = new LinkedHashMap<String, Reading<NuggetQuestions.Asked>>();
        batch.forEach(pair -> known.computeIfAbsent(pair.topic().id(), id -> questions.of(pair.topic())));
        return Readings.judgments(batch, answered(batch, known), this::judgment);
    }

    /// What was read of a pair's questions.
    ///
    /// @param yes P(Yes) of each question
    /// @param reply the questions, where the model wrote them
    private record Answers(List<Double> yes, String reply, Usage usage) {}

    private List<Reading<Answers>> answered(
            List<RelevancePair> batch, Map<String, Reading<NuggetQuestions.Asked>> known) {
        var prompts = new ArrayList<LabelScorer.Question>();
        for (var pair : batch) {
            if (of(known, pair) instanceof Reading.Read<NuggetQuestions.Asked> read) {
                for (var question : read.value().questions()) {
                    var more = Map.of("question", Value.data(question));
                    prompts.add(new LabelScorer.Question(answering.messages(pair, more), YesNoSignal.LABELS));
                }
            }
        }
        var read = Readings.labels(model, prompts).iterator();
        var paid = new HashSet<String>();
        return batch.stream()
                .map(pair -> of(known, pair).then(asked -> {
                    // Writing the questions is booked on the topic's first pair.
                    var cost = paid.add(pair.topic().id()) ? asked.usage() : Usage.NONE;
                    Reading<Answers> answers = new Reading.Read<>(new Answers(List.of(), asked.reply(), cost));
                    for (int i = 0; i < asked.questions().size(); i++) {
                        var next = read.next();
                        answers = answers.then(sum -> next.then(scores -> new Reading.Read<>(plus(sum, scores))));
                    }
                    return answers;
                }))
                .toList();
    }

    private static Reading<NuggetQuestions.Asked> of(
            Map<String, Reading<NuggetQuestions.Asked>> known, RelevancePair pair) {
        return known.getOrDefault(pair.topic().id(), new Reading.Missing<>("nuggets", "no questions"));
    }

    private static Answers plus(Answers sum, LabelScores scores) {
        var yes = new ArrayList<>(sum.yes());
        yes.add(1 / (1 + Math.exp(-YesNoSignal.margin(scores))));
        return new Answers(yes, sum.reply(), sum.usage().plus(scores.usage()));
    }

    private Judgment judgment(RelevancePair pair, Answers answers) {
        if (answers.yes().stream().anyMatch(p -> !Double.isFinite(p))) {
            return Reading.failed(pair, "engine", "the model gave no finite score", answers.usage());
        }
        long counted = answers.yes().stream().filter(p -> p > .5).count();
        double share = (double) counted / answers.yes().size();
        double mean = answers.yes().stream().mapToDouble(p -> p).average().orElseThrow();
        return switch (Split.evenly(settings.scale(), pair, share, mean, answers.usage())) {
            case Judgment.Graded graded ->
                new Judgment.Graded(
                        graded.topic(),
                        graded.document(),
                        graded.label(),
                        List.of(),
                        graded.score(),
                        answers.reply(),
                        graded.usage());
            case Judgment.Failed failed -> failed;
        };
    }
}
