package dev.sommelier.judges.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.Document;
import dev.sommelier.core.Topic;
import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.RelevancePair;
import dev.sommelier.judges.relevance.Truncation;
import dev.sommelier.llm.CharacterTokens;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditSpaceTest {
    private static final CharacterTokens TOKENS = new CharacterTokens();
    private static final Truncation TRUNCATION = new Truncation(Truncation.Policy.HEAD, 300);
    private static final List<RelevancePair> SAMPLE = List.of(
            new RelevancePair(new Topic("q1", "how old do dogs get"), new Document("short", "ten years or more")),
            new RelevancePair(
                    new Topic("q2", "what is a lemon squeezer made of, and since when"),
                    new Document("long", Optional.of("Kitchens"), "glass or steel ".repeat(200))));

    private static AuditSpace space(Truncation truncation) {
        return AuditSpace.of(SAMPLE, GradeScale.TREC4, truncation, TOKENS, 7);
    }

    @Test
    void whatIsAddedBehindALongTextIsRead() {
        var space = space(TRUNCATION);

        assertThat(space.shortened()).isEqualTo(1);
        assertThat(space.pairs().getFirst()).isEqualTo(SAMPLE.getFirst());
        for (var probe : Probes.of(GradeScale.TREC4, 7)) {
            var text = probe.change().apply(space.pairs().getLast()).document().text();
            if (!probe.name().equals("zero width")) {
                assertThat(TRUNCATION.shortens(TOKENS, "Kitchens\n" + text))
                        .as(probe.name())
                        .isFalse();
            }
        }
        assertThat(TOKENS.count(space.pairs().getLast().document().text())).isGreaterThan(100);
    }

    @Test
    void textsOfAJudgeThatReadsAllStayWhole() {
        assertThat(space(new Truncation(Truncation.Policy.NONE, 300)).pairs()).isEqualTo(SAMPLE);
    }
}
