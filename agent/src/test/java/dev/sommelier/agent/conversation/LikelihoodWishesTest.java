package dev.sommelier.agent.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.ChatMessage;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikelihoodWishesTest {
    private final List<String> asked = new ArrayList<>();
    private final TextScorer texts = new TextScorer() {
        @Override
        public TextScore score(List<ChatMessage> messages, String text) {
            var prompt = messages.getLast().toString();
            asked.add(prompt);
            return new TextScore(prompt.contains("Comedy") ? -4 : -9, 2, Usage.NONE);
        }
    };

    @Test
    void theLikelihoodOfTheWishAfterTheItemRanksAndIsReadOnce() {
        var wishes = new LikelihoodWishes(texts, "m", Films.CATALOG, 30);

        assertThat(wishes.score("a good laugh", List.of("f0", "f1", "f4"))).containsExactly(-2, -4.5, -2);
        assertThat(wishes.score("a good laugh", List.of("f1", "f0"))).containsExactly(-4.5, -2);
        assertThat(asked).hasSize(3);
        assertThat(asked.getFirst()).contains("FilmA (1975)", "Comedy");
    }

    @Test
    void itemsBehindTheFirstCountAsTheLeastLikelyAndAreNotRead() {
        var wishes = new LikelihoodWishes(texts, "m", Films.CATALOG, 2);

        assertThat(wishes.score("a good laugh", List.of("f0", "f1", "f4", "f8")))
                .containsExactly(-2, -4.5, -4.5, -4.5);
        assertThat(asked).hasSize(2);
    }
}
