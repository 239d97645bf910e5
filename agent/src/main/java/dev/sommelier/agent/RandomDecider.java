package dev.sommelier.agent;

import dev.sommelier.core.Query;
import dev.sommelier.tools.ToolBox;
import java.util.Map;
import java.util.SplittableRandom;

/// The control that takes any allowed decision with equal chance, arguments included. What it draws for a user depends
/// on the seed and the user's name alone.
///
/// @param seed the seed
public record RandomDecider(long seed) implements Decider {
    @Override
    public String name() {
        return "Agent (random)";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("seed", Long.toString(seed));
    }

    @Override
    public Session begin(Query query, ToolBox tools, AgentOptions options) {
        long user = query.history().user().hashCode();
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ user * 0xBF58476D1CE4E5B9L);
        return new FreeSession() {
            @Override
            Decision choose(Question question) {
                return question.options().get(random.nextInt(question.options().size()));
            }
        };
    }
}
