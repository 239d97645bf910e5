package dev.sommelier.agent.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.agent.AgentOptions;
import dev.sommelier.agent.AgentRun;
import dev.sommelier.agent.ModelDecider;
import dev.sommelier.agent.RunLists;
import dev.sommelier.agent.ScriptedChatModel;
import dev.sommelier.agent.SurrogateUser;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import dev.sommelier.core.SommelierException;
import dev.sommelier.tools.AttributeWeights;
import dev.sommelier.tools.ToolBox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceTest {
    private final Catalog catalog = new Catalog(
            List.of(item("a", "Comedy"), item("b", "Drama"), item("c", "Comedy"), item("d", "Drama")),
            List.of("genre"));
    private final SurrogateUser agent = agent("{\"thought\":\"I like it\",\"action\":\"retrieve genre\"}");

    @Test
    void readingGivesBackWhatWasWritten() {
        var trace = Trace.of(run(), agent.facts(), catalog);

        var lines = new TraceWriter(TraceWriter.Times.KEPT).lines(trace)
                + new TraceWriter(TraceWriter.Times.KEPT).lines(Trace.of(failed(), Map.of(), catalog));
        var read = TraceReader.read("x", lines.lines().toList());

        assertThat(read).hasSize(2);
        assertThat(read.getFirst()).isEqualTo(trace);
        assertThat(read.getLast().failure()).hasValue("question 1: boom");
    }

    @Test
    void withoutTimesTwoRunsAreTheSameBytes() {
        var writer = new TraceWriter(TraceWriter.Times.LEFT_OUT);

        var first = writer.lines(Trace.of(run(), agent.facts(), catalog));
        var second = writer.lines(Trace.of(
                agent("{\"thought\":\"I like it\",\"action\":\"retrieve genre\"}")
                        .run(query()),
                agent.facts(),
                catalog));

        assertThat(second).isEqualTo(first).doesNotContain("nanos");
        assertThat(first).contains("prompt surrogate-user@1", "\"promptHash\"", "\"decider\":\"Agent\"");
    }

    @Test
    void thePrintedTraceTellsThoughtsActionsAndTheList() {
        var text = TracePrinter.text(Trace.of(run(), agent.facts(), catalog), Set.of("c"));

        assertThat(text)
                .contains("User u - Agent - scripted")
                .contains("History: Title a")
                .contains("Thought:     I like it")
                .contains("Action:      retrieve genre  [1 of 3]")
                .contains("             10. Title c")
                .contains("Chooses:     10. Title c")
                .contains(" 1. Title c  [retrieve genre]  <- held out")
                .contains("model calls");
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> TraceReader.read("t.jsonl", List.of("{\"type\":\"step\"}")))
                .isInstanceOf(SommelierException.class)
                .hasMessageStartingWith("t.jsonl:1: a run starts with a \"run\" line");
        assertThatThrownBy(() -> TraceReader.read("t.jsonl", List.of("{\"type\":\"run\"}", "nonsense")))
                .hasMessageStartingWith("t.jsonl:2: expected a JSON object, got \"nonsense\"");
        assertThatThrownBy(() -> TraceReader.read("t.jsonl", List.of("{\"type\":\"run\"}")))
                .hasMessageContaining("has no \"end\" line");
    }

    @Test
    void listsAreATable() {
        assertThat(RunLists.tsv(List.of(run(), failed()), catalog))
                .isEqualTo("user\trank\titem\ttitle\nu\t1\tc\tTitle c\nu\t2\tb\tTitle b\n");
    }

    private AgentRun run() {
        return agent.run(query());
    }

    private AgentRun failed() {
        return new SurrogateUser(
                        tools(),
                        new ModelDecider(
                                new ScriptedChatModel(request -> {
                                    throw new IllegalStateException("boom");
                                }),
                                "broken"),
                        AgentOptions.DEFAULT)
                .run(query());
    }

    private static Query query() {
        return Query.top(2, new History("u", History.ofLiked(List.of("a"), 5).events()));
    }

    private SurrogateUser agent(String first) {
        var model = new ScriptedChatModel(request -> {
            var allowed = ScriptedChatModel.allowed(request);
            return allowed.contains("retrieve genre")
                    ? first
                    : ScriptedChatModel.reply(request, "", allowed.contains("finish") ? "finish" : allowed.getFirst());
        });
        return new SurrogateUser(tools(), new ModelDecider(model, "scripted"), AgentOptions.DEFAULT);
    }

    private ToolBox tools() {
        var base = new ItemScorer() {
            @Override
            public String name() {
                return "Fixed";
            }

            @Override
            public Catalog catalog() {
                return catalog;
            }

            @Override
            public double[] score(History history) {
                return new double[] {1, 2, 3, 1};
            }
        };
        return new ToolBox(base, AttributeWeights.uniform(catalog, 0.5));
    }

    private static Item item(String id, String genre) {
        return new Item(id, "Title " + id, Map.of("genre", List.of(genre)));
    }
}
