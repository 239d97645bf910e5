package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Grades four sides of relevance first, each by its expectation, then asks for the grade with these in view.
final class CriteriaJudge extends ModelJudge {
    private static final List<String> STEPS = List.of("0", "1", "2", "3");
    private static final List<Criterion> CRITERIA = List.of(
            new Criterion("exactness", "how precisely it answers what the query asks"),
            new Criterion("topicality", "how far it is about the subject of the whole query and not of single words"),
            new Criterion("coverage", "how much of what the query asks it deals with"),
            new Criterion("contextual fit", "how far it suits the situation in which somebody types this query"));

    private final GradeLabels labels;
    private final PairPrompt criterion;
    private final PairPrompt verdict;

    private record Criterion(String name, String meaning) {}

    /// The expected step of each criterion that was read so far, and what reading them cost.
    private record Sides(List<Double> steps, Usage usage) {
        Sides plus(LabelScores scores) {
            var more = new ArrayList<>(steps);
            more.add(scores.expected(Double::parseDouble));
            return new Sides(more, usage.plus(scores.usage()));
        }

        String text() {
            var text = new StringBuilder();
            for (int i = 0; i < steps.size(); i++) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(String.format(
                                Locale.ROOT, "%s: %.1f of 3", CRITERIA.get(i).name(), steps.get(i)));
            }
            return text.toString();
        }
    }

    CriteriaJudge(JudgeSettings settings, LanguageModel model) {
        super(settings, model);
        this.labels = GradeLabels.of(settings.scale());
        this.criterion = new PairPrompt("judge-criterion", settings, model.tokens());
        this.verdict = new PairPrompt("judge-criteria", settings, model.tokens());
    }

    @Override
    public Provenance facts() {
        return JudgeFacts.of(settings, model)
                .with("prompt", criterion.label() + ", " + verdict.label())
                .with("answer", "label probabilities")
                .with("decision rule", labels.rule() + " after the expected step of each criterion");
    }

    @Override
    public List<Judgment> judge(List<RelevancePair> batch) {
        List<Reading<Sides>> sides = new ArrayList<>();
        batch.forEach(pair -> sides.add(new Reading.Read<>(new Sides(List.of(), Usage.NONE))));
        for (var side : CRITERIA) {
            var read = Readings.labels(model, questions(batch, side));
            for (int i = 0; i < batch.size(); i++) {
                var next = read.get(i);
                sides.set(i, sides.get(i).then(sum -> next.then(scores -> new Reading.Read<>(sum.plus(scores)))));
            }
        }
        return verdicts(batch, sides);
    }

    private List<LabelScorer.Question> questions(List<RelevancePair> batch, Criterion side) {
        var more = Map.of("criterion", Value.trusted(side.name()), "meaning", Value.trusted(side.meaning()));
        return batch.stream()
                .map(pair -> new LabelScorer.Question(criterion.messages(pair, more), STEPS))
                .toList();
    }

    /// Asks about the pairs all of whose sides were read.
    private List<Judgment> verdicts(List<RelevancePair> batch, List<Reading<Sides>> sides) {
        var questions = new ArrayList<LabelScorer.Question>();
        for (int i = 0; i < batch.size(); i++) {
            var pair = batch.get(i);
            if (sides.get(i) instanceof Reading.Read<Sides> read) {
                var more = Map.of("criteria", Value.trusted(read.value().text()));
                questions.add(new LabelScorer.Question(verdict.messages(pair, more), labels.labels()));
            }
        }
        var answers = Readings.labels(model, questions).iterator();
        var judgments = new ArrayList<Judgment>();
        for (int i = 0; i < batch.size(); i++) {
            var pair = batch.get(i);
            judgments.add(sides.get(i)
                    .judgment(
                            pair,
                            sum -> answers.next()
                                    .judgment(
                                            pair,
                                            scores -> labels.judgment(
                                                    pair,
                                                    scores.probabilities(),
                                                    "",
                                                    sum.usage().plus(scores.usage())))));
        }
        return judgments;
    }
}
