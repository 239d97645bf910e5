package dev.sommelier.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.judges.LlmClickPredictor.Question;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LlmClickPredictorTest {
    private static final RatingScale STARS = new RatingScale(1, 5, 1);

    private final Catalog catalog = new Catalog(
            IntStream.range(0, 6)
                    .mapToObj(i -> new Item("i" + i, "Film " + i, Map.of("genre", List.of("Drama"))))
                    .toList(),
            List.of("genre"));

    private static History history(String user) {
        return new History(user, List.of(new Event("i0", 5, 1), new Event("i1", 2, 2)));
    }

    private LlmClickPredictor zeroShot(FakeLabelScorer scorer, Question question) {
        return LlmClickPredictor.zeroShot(scorer, catalog, STARS, question, HistoryPolicy.DEFAULT);
    }

    @Test
    void theProbabilityIsThatOfYesAmongYesAndNo() {
        var scorer = new FakeLabelScorer(.1, .3);

        double probability = zeroShot(scorer, Question.CLICK).predict(history("u"), "i5");

        assertThat(probability).isCloseTo(.25, offset(1e-12));
        assertThat(scorer.labels).containsExactly(List.of("Yes", "No"));
        assertThat(scorer.userMessages.getFirst()).contains("Film 0: 5 stars\nFilm 1: 2 stars\nNext: Film 5 (Drama)");
    }

    @Test
    void likingIsAskedByItsOwnWords() {
        var scorer = new FakeLabelScorer(.5, .5);
        var judge = zeroShot(scorer, Question.LIKE);

        judge.predict(history("u"), "i5");

        assertThat(scorer.labels).containsExactly(List.of("like", "dislike"));
        assertThat(judge.name()).isEqualTo("LLM like");
        assertThat(judge.usage().calls()).isEqualTo(1);
    }

    @Test
    void examplesStandWithTheirAnswersInTheSharedPart() {
        var scorer = new FakeLabelScorer(.5, .5);
        var examples = List.of(new RatingPair(history("other"), "i3", 4), new RatingPair(history("another"), "i4", 3));
        var judge = LlmClickPredictor.fewShot(scorer, catalog, STARS, HistoryPolicy.DEFAULT, examples, 4);

        judge.predict(history("u"), "i5");

        assertThat(scorer.systemMessages.getFirst())
                .contains("Next: Film 3 (Drama)\nWould the user choose it? Yes")
                .contains("Next: Film 4 (Drama)\nWould the user choose it? No");
        assertThat(judge.parameters()).contains("shots=2").contains("click-few-shot@1");
    }

    @Test
    void anAnswerWithoutAFiniteProbabilityIsNoPrediction() {
        var judge = zeroShot(new FakeLabelScorer(0.0, 0.0), Question.CLICK);

        assertThatThrownBy(() -> judge.predict(history("u"), "i5")).hasMessageContaining("counted as failed");
    }

    @Test
    void fewShotStarsShowTheExamplesRatings() {
        var scorer = new FakeLabelScorer(.2, .2, .2, .2, .2);
        var examples = List.of(new RatingPair(history("other"), "i3", 4));
        var judge = new LlmRatingPredictor(scorer, catalog, STARS, HistoryPolicy.DEFAULT, examples);

        judge.predict(history("u"), "i5");

        assertThat(scorer.systemMessages.getFirst()).contains("Film 1: 2 stars\nFilm 3 (Drama): 4\n");
        assertThat(judge.name()).isEqualTo("LLM, few-shot");
    }
}
