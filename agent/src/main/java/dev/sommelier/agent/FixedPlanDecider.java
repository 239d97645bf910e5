package dev.sommelier.agent;

import dev.sommelier.core.Query;
import dev.sommelier.tools.ToolBox;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;

/// The control that retrieves by each attribute in turn, ranks by the first one and keeps the numeric order.
public record FixedPlanDecider() implements Decider {
    @Override
    public String name() {
        return "Agent (fixed plan)";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("plan", "retrieve each attribute, rank by the first, finish in numeric order");
    }

    @Override
    public Session begin(Query query, ToolBox tools, AgentOptions options) {
        var plan = new ArrayDeque<Decision>();
        tools.attributes().forEach(attribute -> plan.add(new Decision.Retrieve(attribute, Optional.empty())));
        plan.add(new Decision.Rank(tools.attributes().getFirst()));
        plan.add(new Decision.Finish());
        return new FreeSession() {
            @Override
            Decision choose(Question question) {
                if (question.stage() != Question.Stage.EXPLORE) {
                    return question.options().getFirst();
                }
                while (!plan.isEmpty()) {
                    var next = plan.remove();
                    if (question.options().contains(next)) {
                        return next;
                    }
                }
                return question.options().getFirst();
            }
        };
    }
}
