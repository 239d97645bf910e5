package dev.sommelier.agent;

import dev.sommelier.core.Query;
import dev.sommelier.prompts.Prompt;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.RenderedPrompt;
import dev.sommelier.prompts.Segment;
import dev.sommelier.prompts.Value;
import dev.sommelier.tools.ToolBox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The surrogate user's messages.
final class SurrogatePrompts {
    private final PromptTemplate start = PromptTemplate.load("surrogate-user");
    private final PromptTemplate explore = PromptTemplate.load("surrogate-explore");
    private final PromptTemplate choose = PromptTemplate.load("surrogate-choose");
    private final PromptTemplate next = PromptTemplate.load("surrogate-next");
    private final PromptTemplate retry = PromptTemplate.load("surrogate-retry");

    /// Id, version and hash of every template.
    Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        for (var template : List.of(start, explore, choose, next, retry)) {
            facts.put("prompt " + template.id() + "@" + template.version(), template.hash());
        }
        return facts;
    }

    /// The system message, the same for all users, and the user's history.
    RenderedPrompt start(Query query, ToolBox tools, AgentOptions options) {
        return start.render(Map.of(
                "attributes", Value.of(attributes(tools, options)),
                "heading", Value.trusted(HistoryText.heading(options)),
                "history", Value.of(HistoryText.segments(tools.catalog(), query.history(), options))));
    }

    /// A message that follows on others.
    Prompt follow(Question question) {
        if (question.retry()) {
            return retry.render(Map.of()).user();
        }
        if (question.stage() == Question.Stage.EXPLORE) {
            return explore.render(Map.of("news", news(question))).user();
        }
        if (question.turn() > 1) {
            return next.render(Map.of()).user();
        }
        return choose.render(Map.of(
                        "news", news(question),
                        "order", Value.trusted(order(question)),
                        "wanted", Value.trusted(Integer.toString(question.wanted()))))
                .user();
    }

    private static Value news(Question question) {
        return question.news().isEmpty() ? Value.trusted("") : Value.of(asMixed(question.news()));
    }

    private static String order(Question question) {
        return question.options().stream().map(Decision::label).collect(Collectors.joining(", "));
    }

    private static List<Segment> asMixed(List<Segment> news) {
        var mixed = new ArrayList<Segment>(news);
        mixed.add(new Segment.Trusted(""));
        return mixed;
    }

    private static List<Segment> attributes(ToolBox tools, AgentOptions options) {
        var lines = new ArrayList<Segment>();
        for (var attribute : tools.attributes()) {
            var values = tools.values(attribute);
            var offered = values.subList(0, Math.min(options.valuesOffered(), values.size()));
            lines.add(new Segment.Trusted(lines.isEmpty() ? "" : "\n"));
            lines.add(new Segment.Data(Observations.oneLine(attribute)));
            lines.add(new Segment.Trusted(": "));
            lines.add(new Segment.Data(Observations.oneLine(String.join(", ", offered))));
            if (offered.size() < values.size()) {
                lines.add(new Segment.Trusted(" and " + (values.size() - offered.size()) + " more"));
            }
        }
        return lines;
    }
}
