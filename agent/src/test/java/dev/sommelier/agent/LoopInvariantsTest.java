package dev.sommelier.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sommelier.core.History;
import dev.sommelier.core.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever a model says: a list of k distinct, unseen, existing items, or a counted failure.
class LoopInvariantsTest {
    @Test
    void everyRunOfAHostileModelKeepsTheInvariants() {
        for (long seed = 0; seed < 400; seed++) {
            check(seed);
        }
    }

    private static void check(long seed) {
        var random = new Random(seed);
        var catalog = Fixture.catalog(3 + random.nextInt(60));
        var model = new ScriptedChatModel(request -> hostile(random, request));
        var options = AgentOptions.DEFAULT.withBudget(
                new AgentBudget(random.nextInt(9), random.nextInt(3000), random.nextInt(600), Duration.ofHours(1)));
        var seen = IntStream.range(0, random.nextInt(catalog.size()))
                .mapToObj(i -> "i" + i)
                .toList();
        var candidates = random.nextInt(3) > 0
                ? Optional.<Set<String>>empty()
                : Optional.of(catalog.items().stream()
                        .map(item -> item.id())
                        .filter(id -> random.nextBoolean())
                        .collect(Collectors.toSet()));
        var query = new Query(History.ofLiked(seen, 5), 1 + random.nextInt(12), candidates);

        var run = new SurrogateUser(Fixture.tools(catalog), new ModelDecider(model, "hostile"), options).run(query);

        var mayBeListed = catalog.items().stream()
                .map(item -> item.id())
                .filter(id -> !seen.contains(id)
                        && candidates.map(set -> set.contains(id)).orElse(true))
                .toList();
        var where = "seed " + seed + ": " + run.failure() + " " + run.repairs();
        if (run.failure().isPresent()) {
            assertThat(run.list().entries()).as(where).isEmpty();
            assertThat(RunTotals.of(List.of(run)).failed()).as(where).isEqualTo(1);
        } else {
            assertThat(run.list().items())
                    .as(where)
                    .hasSize(Math.min(query.k(), mayBeListed.size()))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(mayBeListed);
            assertThat(run.origins().keySet())
                    .as(where)
                    .containsExactlyElementsOf(run.list().items());
        }
        assertThat(run.trace().stream()
                        .filter(step -> step.stage() == Question.Stage.EXPLORE)
                        .count())
                .as(where)
                .isLessThanOrEqualTo(options.budget().rounds());
        assertThat(run.usage().calls())
                .as(where)
                .isLessThanOrEqualTo(model.requests().size());
    }

    private static String hostile(Random random, ChatRequest request) {
        var allowed = ScriptedChatModel.allowed(request);
        var valid = ScriptedChatModel.reply(
                request, "ok", allowed.get(random.nextInt(allowed.size())).replace("\"", "\\\""));
        return switch (random.nextInt(60)) {
            case 0 -> "";
            case 1 -> "  \n";
            case 2 -> "Sure! Here is my answer: " + valid;
            case 3 -> "```json\n" + valid + "\n```";
            case 4 -> "{\"action\":\"retrieve genre=Musical\",\"pick\":\"999\"}";
            case 5 -> "{\"action\":7,\"pick\":{}}";
            case 6 -> "[1,2,3]";
            case 7 -> "null";
            case 8 -> "{".repeat(2000);
            case 9 -> valid.substring(0, valid.length() / 2);
            case 10 -> random.nextInt(4) == 0 ? fail() : valid;
            case 11 -> ScriptedChatModel.reply(request, "", "Toy Story (1995)");
            default -> " ".repeat(random.nextInt(3)) + valid + "\n";
        };
    }

    private static String fail() {
        throw new IllegalStateException("connection reset");
    }

    @Test
    void theOrderOfUsersNeverMattersToChance() {
        var agent = new SurrogateUser(Fixture.TOOLS, new RandomDecider(7), AgentOptions.DEFAULT);
        var users = List.of("1", "2", "3", "4", "5");
        var forward = new ArrayList<List<String>>();
        users.forEach(
                user -> forward.add(agent.run(Fixture.query(user, 5)).list().items()));
        var backward = new ArrayList<List<String>>();
        users.reversed()
                .forEach(user ->
                        backward.add(agent.run(Fixture.query(user, 5)).list().items()));

        assertThat(backward.reversed()).isEqualTo(forward);
        assertThat(Set.copyOf(forward)).hasSizeGreaterThan(1);
        var other = new SurrogateUser(Fixture.TOOLS, new RandomDecider(8), AgentOptions.DEFAULT);
        assertThat(other.run(Fixture.query("1", 5)).list().items()).isNotEqualTo(forward.getFirst());
    }

    @Test
    void theFixedPlanRetrievesEachAttributeRanksAndFinishesInNumericOrder() {
        var run = new SurrogateUser(Fixture.TOOLS, new FixedPlanDecider(), AgentOptions.DEFAULT)
                .run(Fixture.query("u", 5));

        assertThat(run.trace())
                .extracting(TraceStep::decision)
                .startsWith("retrieve genre", "retrieve period", "rank by genre", "finish");
        var tools = Fixture.TOOLS.session(Fixture.query("u", 5));
        tools.retrieve("genre", Optional.empty(), 5);
        tools.retrieve("period", Optional.empty(), 5);
        tools.rank("genre", 5);
        assertThat(run.list().items()).isEqualTo(tools.memory().best().subList(0, 5));
        assertThat(run.repairs()).isEmpty();
        assertThat(run.usage().calls()).isZero();
    }
}
