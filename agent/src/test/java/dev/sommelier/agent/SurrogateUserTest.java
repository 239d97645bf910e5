package dev.sommelier.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageType;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.History;
import dev.sommelier.core.Query;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurrogateUserTest {
    private static final AgentOptions WIDE =
            AgentOptions.DEFAULT.withBudget(new AgentBudget(7, 1_000_000, 1_000_000, Duration.ofHours(1)));

    @Test
    void theModelExploresRanksAndOrdersTheWholeList() {
        var model = ScriptedChatModel.preferring(
                List.of("retrieve genre=Comedy", "retrieve period", "rank by genre", "finish", "17", "16", "11"));

        var run = agent(model, WIDE).run(Fixture.query("u", 5));

        assertThat(run.failure()).isEmpty();
        assertThat(run.trace())
                .extracting(TraceStep::decision)
                .startsWith("retrieve genre=Comedy", "retrieve period", "rank by genre", "finish", "17", "16", "11");
        assertThat(run.list().items()).hasSize(5).doesNotHaveDuplicates();
        assertThat(run.repairs()).isEmpty();
        assertThat(run.usage().calls()).isEqualTo(run.trace().size()).isEqualTo(9);
    }

    @Test
    void aDialogueOnlyEverGrowsAndKeepsRepliesAsReturned() {
        var model = ScriptedChatModel.preferring(List.of("retrieve genre", "finish"));

        agent(model, WIDE).run(Fixture.query("u", 3));

        var requests = model.requests();
        for (int i = 1; i < requests.size(); i++) {
            var before = requests.get(i - 1).messages();
            var now = requests.get(i).messages();
            assertThat(now.subList(0, before.size())).isEqualTo(before);
            assertThat(now).hasSize(before.size() + 2);
            assertThat(now.get(before.size())).isInstanceOf(AiMessage.class);
            assertThat(now.getLast()).isInstanceOf(UserMessage.class);
        }
        assertThat(requests.getFirst().messages())
                .extracting(message -> message.type())
                .containsExactly(ChatMessageType.SYSTEM, ChatMessageType.USER);
    }

    @Test
    void whatIsNotPossibleIsNotOffered() {
        var offered = new ArrayList<List<String>>();
        var model = new ScriptedChatModel(request -> {
            offered.add(ScriptedChatModel.allowed(request));
            return ScriptedChatModel.reply(request, "", offered.getLast().getFirst());
        });

        agent(model, WIDE).run(Fixture.query("u", 3));

        assertThat(offered.getFirst())
                .contains("retrieve genre", "retrieve genre=Film-Noir", "retrieve period=1980s")
                .doesNotContain("finish", "rank by genre", "rank myself", "look up 10");
        assertThat(offered.get(1))
                .contains("finish", "rank by period", "rank myself", "look up 10")
                .doesNotContain("retrieve genre");
        // The last three questions pick items; a picked one is gone.
        assertThat(offered.get(8))
                .hasSize(offered.get(7).size() - 1)
                .doesNotContain(offered.get(7).getFirst());
    }

    @Test
    void rankMyselfIsAChoiceStepByStep() {
        var model = ScriptedChatModel.preferring(
                List.of("retrieve genre", "retrieve period", "rank myself", "finish", "14", "12"));

        var run = agent(model, WIDE).run(Fixture.query("u", 6));

        assertThat(run.trace().stream().filter(step -> step.stage() == Question.Stage.ORDER))
                .extracting(TraceStep::decision)
                .hasSize(5)
                .startsWith("14", "12");
        assertThat(run.origins().get(run.list().items().getFirst())).contains("retrieve genre", "rank myself");
    }

    @Test
    void aFailingModelIsAFailedRunAndNoException() {
        var model = new ScriptedChatModel(request -> {
            throw new SommelierException("The server at http://host does not answer; start it.");
        });

        var run = agent(model, WIDE).run(Fixture.query("u", 3));

        assertThat(run.failure()).hasValue("question 1: The server at http://host does not answer; start it.");
        assertThat(run.list().entries()).isEmpty();
        assertThat(RunTotals.of(List.of(run)).failed()).isEqualTo(1);
    }

    @Test
    void anUnusableReplyIsTriedAgainAndThenReplacedAndCounted() {
        var replies = new ArrayList<>(List.of("I would like a comedy.", "{\"action\":\"retrieve mood\"}"));
        var model = new ScriptedChatModel(request -> replies.isEmpty()
                ? ScriptedChatModel.reply(
                        request, "", ScriptedChatModel.allowed(request).getLast())
                : replies.removeFirst());

        var run = agent(model, WIDE).run(Fixture.query("u", 3));

        assertThat(run.repairs()).containsOnlyKeys("unparsed", "not allowed", "fallback");
        assertThat(run.trace().getFirst().decision()).isEqualTo("retrieve genre");
        assertThat(run.trace().getFirst().replies()).hasSize(2);
        assertThat(run.list().items()).hasSize(3);
        assertThat(((UserMessage) model.requests().get(1).messages().getLast()).singleText())
                .startsWith("This was none of the allowed answers");
    }

    @Test
    void anEmptyReplyIsAskedForAgainWithTheSameMessages() {
        var replies = new ArrayList<>(List.of(""));
        var model = new ScriptedChatModel(request -> replies.isEmpty()
                ? ScriptedChatModel.reply(
                        request, "", ScriptedChatModel.allowed(request).getLast())
                : replies.removeFirst());

        var run = agent(model, WIDE).run(Fixture.query("u", 3));

        assertThat(model.requests().get(1).messages())
                .isEqualTo(model.requests().getFirst().messages());
        assertThat(run.repairs()).containsOnlyKeys("unparsed");
    }

    @Test
    void theDefaultBudgetIsKeptAndSaidWhereItEndsARun() {
        var model = ScriptedChatModel.preferring(List.of("retrieve genre=Comedy", "retrieve genre=Action"));

        var run = agent(model, AgentOptions.DEFAULT).run(Fixture.query("u", 10));

        assertThat(run.usage().generatedTokens()).isLessThanOrEqualTo(160);
        long system =
                model.requests().getFirst().messages().getFirst().toString().length() / 4;
        assertThat(run.usage().promptTokens() - system).isLessThanOrEqualTo(900);
        assertThat(run.repairs().keySet())
                .containsAnyOf("rounds used up", "prompt tokens used up", "generated tokens used up");
        assertThat(run.list().items()).hasSize(10);
        assertThat(run.trace().stream().filter(step -> step.stage() == Question.Stage.FINISH))
                .hasSize(10);
    }

    @Test
    void aTinyBudgetEndsWithTheBestListSoFar() {
        var model = ScriptedChatModel.preferring(List.of());
        var once = AgentOptions.DEFAULT.withBudget(new AgentBudget(1, 1000, 40, Duration.ofHours(1)));

        var run = agent(model, once).run(Fixture.query("u", 10));

        assertThat(run.list().items()).hasSize(10);
        assertThat(run.count(Repair.GENERATED_TOKENS)).isEqualTo(1);
        assertThat(run.count(Repair.BY_SCORE)).isPositive();
        assertThat(run.count(Repair.PADDED)).isZero();
    }

    @Test
    void withoutAnyBudgetTheListIsTheBaseRecommendersAndCountedAsPadded() {
        var model = ScriptedChatModel.preferring(List.of());
        var none = AgentOptions.DEFAULT.withBudget(new AgentBudget(7, 0, 0, Duration.ofHours(1)));

        var run = agent(model, none).run(Fixture.query("u", 4));

        assertThat(run.list().items()).containsExactly("i1", "i2", "i4", "i5");
        assertThat(run.count(Repair.PADDED)).isEqualTo(4);
        assertThat(run.origins().get("i1")).containsExactly("base");
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void timeRunsOut() {
        var nanos = new long[1];
        var agent = new SurrogateUser(
                Fixture.TOOLS,
                new FixedPlanDecider(),
                AgentOptions.DEFAULT.withBudget(new AgentBudget(7, 1000, 200, Duration.ofSeconds(1))),
                run -> {},
                () -> nanos[0] += 200_000_000);

        var run = agent.run(Fixture.query("u", 4));

        assertThat(run.count(Repair.TIME)).isPositive();
        assertThat(run.list().items()).hasSize(4);
    }

    @Test
    void ratingsAreShownWhereTheScaleIsKnownAndTitlesStayOnOneLine() {
        var model = ScriptedChatModel.preferring(List.of());
        var rated = WIDE.withScale(Optional.of(new RatingScale(1, 5, 1)));

        agent(model, rated).run(Fixture.query("u", 3));
        var explicit = ((UserMessage) model.requests().getFirst().messages().getLast()).singleText();

        assertThat(explicit)
                .startsWith(
                        "The user's last items, oldest first (ratings go from 1 to 5):\n- Film 0 (1990), rated 4\n");
    }

    @Test
    void aNewUserWithoutHistoryIsServed() {
        var query = Query.top(3, new History("new", List.of()));

        var run = agent(ScriptedChatModel.preferring(List.of()), WIDE).run(query);

        assertThat(run.list().items()).hasSize(3);
    }

    @Test
    void anObserverSeesTheRunsOfRecommend() {
        var runs = new ArrayList<AgentRun>();
        var agent =
                new SurrogateUser(Fixture.TOOLS, new FixedPlanDecider(), AgentOptions.DEFAULT).observedBy(runs::add);

        var list = agent.recommend(Fixture.query("u", 3));

        assertThat(runs).singleElement().satisfies(run -> assertThat(run.list()).isEqualTo(list));
    }

    private static SurrogateUser agent(ScriptedChatModel model, AgentOptions options) {
        return new SurrogateUser(Fixture.TOOLS, new ModelDecider(model, "scripted"), options);
    }
}
