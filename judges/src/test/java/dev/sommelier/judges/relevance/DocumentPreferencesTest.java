package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Document;
import dev.sommelier.core.Topic;
import dev.sommelier.judges.audit.SwapAudit;
import dev.sommelier.judges.preference.Preference;
import dev.sommelier.judges.preference.PreferenceOutcome;
import dev.sommelier.llm.Capabilities;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentPreferencesTest {
    private final FakeModel model = new FakeModel();
    private final Topic topic = new Topic("t", "which words fit");

    private RelevancePair pair(String id, String text) {
        return new RelevancePair(topic, new Document(id, text));
    }

    private DocumentPreferences preferences() {
        return new DocumentPreferences(JudgeSettings.of("pairwise"), model);
    }

    @Test
    void theBetterDocumentIsPreferredWhereverItIsShown() {
        model.probabilities = message -> message.contains("Passage A: apt") ? List.of(.8, .2) : List.of(.3, .7);
        var duel = new DocumentPreferences.Duel(topic, new Document("a", "bland"), new Document("b", "apt"));

        assertThat(preferences().compare(List.of(duel)).getFirst())
                .isInstanceOfSatisfying(
                        PreferenceOutcome.Compared.class,
                        compared -> assertThat(compared.preference().verdict()).isEqualTo(Preference.Verdict.SECOND));
    }

    @Test
    void anOverflowIsAFailureAndNoPreference() {
        var duel = new DocumentPreferences.Duel(topic, new Document("a", "TOO LONG"), new Document("b", "apt"));

        assertThat(preferences().compare(List.of(duel)).getFirst())
                .isInstanceOfSatisfying(
                        PreferenceOutcome.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo("overflow"));
    }

    @Test
    void aModelWithoutLabelsIsRefused() {
        model.capabilities = new Capabilities(0, false, true, false);

        assertThatThrownBy(this::preferences).hasMessageContaining("needs label probabilities");
    }

    @Test
    void aSampleWithoutTwoDocumentsOfOneTopicIsRefused() {
        assertThatThrownBy(() -> SwapAudit.run(preferences(), List.of(pair("a", "x"))))
                .hasMessageContaining("each of the 1 pairs drawn is of another topic; draw more by --sample");
    }

    @Test
    void aModelThatAlwaysTakesTheFirstIsFoundOutBySwapping() {
        model.probabilities = message -> List.of(.9, .1);

        var report = SwapAudit.run(preferences(), List.of(pair("a", "x"), pair("b", "y"), pair("c", "z")));

        var row = report.rows().getFirst();
        assertThat(row.compared()).isEqualTo(2);
        assertThat(row.flips().orElseThrow().mean()).isEqualTo(1);
        assertThat(row.up().orElseThrow().mean()).isEqualTo(1);
        assertThat(report.usage().calls()).isEqualTo(4);
    }
}
