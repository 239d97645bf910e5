package dev.sommelier.agent.conversation;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.Catalog;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How likely a wish is in a language model's eyes after an item's title and attribute values: the mean log-likelihood
/// of its tokens. Only the first items are read, which are the base recommender's best; the others count as the least
/// likely of them. What was read of the last wishes is kept.
///
/// After Ponte and Croft's query likelihood, with the language model as the item's model, as in Sachan et al.,
/// *Improving passage retrieval with zero-shot question generation*, EMNLP 2022,
/// [arXiv:2204.07496](https://arxiv.org/abs/2204.07496).
public final class LikelihoodWishes implements WishScorer {
    /// About a second's reading for the default model on two idle cores is eight items.
    public static final int MOST = 30;

    private static final int KEPT_WISHES = 5;

    private final TextScorer texts;
    private final String name;
    private final Catalog catalog;
    private final int most;
    private final PromptTemplate template = PromptTemplate.load("chat-wish");
    private final Map<String, Map<String, Double>> read = new LinkedHashMap<>();

    /// @param name what traces call the model
    /// @param most how many items are read for a wish, at least 1
    public LikelihoodWishes(TextScorer texts, String name, Catalog catalog, int most) {
        this.texts = texts;
        this.name = name;
        this.catalog = catalog;
        this.most = most;
    }

    @Override
    public String name() {
        return "likelihood by " + name;
    }

    @Override
    public synchronized double[] score(String wish, List<String> items) {
        var known = read.computeIfAbsent(wish, one -> new LinkedHashMap<>());
        var first = items.subList(0, Math.min(most, items.size()));
        var missing = first.stream().filter(item -> !known.containsKey(item)).toList();
        if (!missing.isEmpty()) {
            var scores = texts.scoreAll(missing.stream()
                    .map(item -> new TextScorer.Question(prompt(item), wish))
                    .toList());
            for (int i = 0; i < missing.size(); i++) {
                known.put(missing.get(i), scores.get(i).mean());
            }
        }
        forgetOldest();
        double[] likely = first.stream()
                .mapToDouble(item -> known.getOrDefault(item, Double.NaN))
                .toArray();
        var result = new double[items.size()];
        Arrays.fill(result, Arrays.stream(likely).min().orElse(0));
        System.arraycopy(likely, 0, result, 0, likely.length);
        return result;
    }

    private void forgetOldest() {
        for (var wish : new ArrayList<>(read.keySet())) {
            if (read.size() > KEPT_WISHES) {
                read.remove(wish);
            }
        }
    }

    private List<ChatMessage> prompt(String item) {
        var prompt = template.render(Map.of("item", Value.data(TextWishes.text(catalog.item(item)))));
        return List.of(
                SystemMessage.from(prompt.system().text()),
                UserMessage.from(prompt.user().text()));
    }
}
