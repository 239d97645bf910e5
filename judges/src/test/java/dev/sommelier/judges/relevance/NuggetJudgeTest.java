package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Topic;
import dev.sommelier.llm.Capabilities;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NuggetJudgeTest {
    private final FakeModel model = new FakeModel();
    private final JudgeSettings settings = JudgeSettings.of("nuggets")
            .withNuggets(new Nuggets(Map.of("t", List.of("What does it eat?", "Where does it sleep?", "When?"))));

    private List<Judgment> judge(String topic, String text) {
        return RelevanceMethods.open(settings, model)
                .judge(List.of(new RelevancePair(new Topic(topic, "owls"), new Document("d", text))));
    }

    @Test
    void theGradeCountsTheQuestionsThatThePassageAnswers() {
        model.probabilities = message -> message.contains("eat?") ? List.of(.9, .1) : List.of(.3, .7);

        var one = (Judgment.Graded) judge("t", "owls eat mice").getFirst();
        model.probabilities = message -> List.of(.8, .2);
        var all = (Judgment.Graded) judge("t", "owls").getFirst();

        assertThat(one.label()).isEqualTo(1);
        assertThat(one.score()).isCloseTo(.5, offset(1e-12));
        assertThat(one.reply()).isEmpty();
        assertThat(one.usage().calls()).isEqualTo(3);
        assertThat(all.label()).isEqualTo(3);
    }

    @Test
    void aTopicWithoutQuestionsIsFailedAndNoGrade() {
        assertThat(judge("other", "text").getFirst()).isInstanceOfSatisfying(Judgment.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo("nuggets");
            assertThat(failed.cause()).contains("topic other");
        });
        assertThat(model.asked).isEmpty();
    }

    @Test
    void writingQuestionsNeedsRepliesBoundToASchema() {
        model.capabilities = new Capabilities(20, false, false, false);

        assertThatThrownBy(() -> RelevanceMethods.open(JudgeSettings.of("nuggets"), model))
                .hasMessageContaining("without --nuggets needs replies bound to a schema");
    }

    @Test
    void theFactsTellTheBankApart() {
        var other = settings.withNuggets(new Nuggets(Map.of("t", List.of("Why?"))));

        assertThat(fact(settings)).startsWith("given, ").isNotEqualTo(fact(other));
    }

    private String fact(JudgeSettings given) {
        return RelevanceMethods.open(given, model).facts().facts().getOrDefault("nugget questions", "");
    }

    @Test
    void aFileOfQuestionsIsReadByLine(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("nuggets.tsv"), "1\tWhat?\n\n1\tWhere?\n2\tWho?\n");
        var bad = Files.writeString(folder.resolve("bad.tsv"), "1\tWhat?\n2 Who?\n");

        assertThat(Nuggets.read(file).byTopic())
                .isEqualTo(Map.of("1", List.of("What?", "Where?"), "2", List.of("Who?")));
        assertThatThrownBy(() -> Nuggets.read(bad))
                .hasMessageContaining("bad.tsv:2: expected topic, tab and question, got \"2 Who?\"");
    }
}
