package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.prompts.Segment;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Asks for the grade below graded examples of topics that are not judged. A pair that repeats an example, by its query
/// or by a near-duplicate of its text, is refused as failed, since its answer stands in the prompt.
final class FewShotJudge extends ModelJudge {
    private final GradeLabels labels;
    private final PairPrompt prompt;
    private final List<FewShot.Example> shown;

    FewShotJudge(JudgeSettings settings, LanguageModel model) {
        super(settings, model);
        this.labels = GradeLabels.of(settings.scale());
        this.prompt = new PairPrompt("judge-few-shot", settings, model.tokens());
        this.shown = settings.fewShot()
                .orElseThrow(() -> new SommelierException("method " + settings.method()
                        + " shows graded examples and none are given; give qrels of topics that are not judged with"
                        + " --examples FILE."))
                .draw(settings.scale(), settings.seed());
    }

    @Override
    public Provenance facts() {
        var content = shown.stream()
                .map(example -> example.pair().topic().text() + "\n"
                        + example.pair().document().text() + "\n" + example.label())
                .collect(Collectors.joining("\n\n"));
        return JudgeFacts.of(settings, model)
                .with("prompt", prompt.label())
                .with("examples", shown.size() + " drawn, " + Fingerprint.of(content))
                .with("answer", "label probabilities")
                .with("decision rule", labels.rule());
    }

    @Override
    public List<Judgment> judge(List<RelevancePair> batch) {
        var cache = FewShot.cache();
        var leaks = batch.stream()
                .map(pair -> FewShot.leaks(shown, pair, cache).stream().findFirst())
                .toList();
        var examples = Map.of("examples", Value.of(examples()));
        var questions = new ArrayList<LabelScorer.Question>();
        for (int i = 0; i < batch.size(); i++) {
            if (leaks.get(i).isEmpty()) {
                questions.add(new LabelScorer.Question(prompt.messages(batch.get(i), examples), labels.labels()));
            }
        }
        var answers = Readings.labels(model, questions).iterator();
        var judgments = new ArrayList<Judgment>();
        for (int i = 0; i < batch.size(); i++) {
            var pair = batch.get(i);
            var reading = leaks.get(i).map(FewShotJudge::refused).orElseGet(answers::next);
            judgments.add(reading.judgment(
                    pair, scores -> labels.judgment(pair, scores.probabilities(), "", scores.usage())));
        }
        return judgments;
    }

    private static Reading<LabelScores> refused(FewShot.Example example) {
        return new Reading.Missing<>(
                "leak",
                "the pair repeats the shown example " + example.pair().topic().id() + " "
                        + example.pair().document().id()
                        + ", whose grade it would copy; draw others with another seed");
    }

    private List<Segment> examples() {
        var segments = new ArrayList<Segment>();
        for (var example : shown) {
            segments.add(new Segment.Trusted("Query: "));
            segments.add(new Segment.Data(example.pair().topic().text()));
            segments.add(new Segment.Trusted("\nPassage: "));
            segments.add(new Segment.Data(prompt.passage(example.pair())));
            segments.add(new Segment.Trusted("\nGrade: " + labels.label(example.label()) + "\n\n"));
        }
        return segments;
    }
}
